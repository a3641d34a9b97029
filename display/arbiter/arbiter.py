"""The arbiter: a state, what it becomes by a fact, and what it decides."""

from dataclasses import dataclass, field, replace
from enum import IntEnum, StrEnum
from typing import assert_never

from display.arbiter.announcements import Announcements
from display.arbiter.calls import Calls
from display.arbiter.claims import Announcement, Utterance
from display.arbiter.facts import (
    AnnouncementAsked,
    AnnouncementWithdrawn,
    BoardSeen,
    CallHeard,
    CallSpoken,
    DueSeen,
    EmergenciesSeen,
    Fact,
    OfTheHall,
    ShowEnded,
    TimePassed,
    ToPlay,
)
from display.arbiter.programme import Playing, Programme
from display.rhythm import Rhythm
from media.playlist.model import Strength
from wire.messages import Call, Emergency

LONGEST_SPEECH = 120.0
"""Seconds after which a call that was given to the loudspeaker is over, whatever it says."""


class Class(IntEnum):
    """The classes of claims; the higher has the stage."""

    PLAYLIST = 1
    NOTICE = 2
    """What comes first, or replaces the playlist."""

    ANNOUNCEMENT = 3
    CALL = 4
    EMERGENCY = 5


class Sound(StrEnum):
    """How loud what plays may be."""

    FULL = "full"
    DUCKED = "ducked"
    """Under a voice."""

    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class State:
    """All that an arbiter knows."""

    calls: Calls
    emergencies: tuple[Emergency, ...] = ()
    announcements: Announcements = field(default_factory=Announcements)
    programme: Programme = field(default_factory=Programme)
    speech: tuple[Utterance, ...] = ()
    """What the loudspeaker was given and has not ended."""

    given: int = 0
    """How many it was given."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Who has the stage, and who the loudspeaker."""

    stage: Class | None = None
    """The class of what has the stage; nothing where there is nothing."""

    emergencies: tuple[Emergency, ...] = ()
    """Those that last, the newest first."""

    call: Call | None = None
    is_bright: bool = False
    """Whether the call flashes up just now."""

    announcement: Announcement | None = None
    playing: Playing | None = None
    """What plays, or is suspended."""

    sound: Sound = Sound.FULL
    """Of what plays."""

    speech: tuple[Utterance, ...] = ()
    """The calls to be spoken, in their order."""


def begun(rhythm: Rhythm) -> State:
    """Return the state of an arbiter that has heard of nothing."""
    return State(Calls(rhythm))


def heard(state: State, fact: Fact, moment: float) -> State:
    """Return what a state becomes by a fact at a moment.

    Moments are seconds of a clock that never jumps, and come in their order.
    """
    return _settled(_taken_in(state, fact, moment), moment)


def decision(state: State, moment: float) -> Decision:
    """Return what holds at a moment: that of the last fact, or later and still before the next."""
    playing = state.programme.playing
    voiced = bool(state.speech) or state.announcements.current is not None
    call = state.calls.large
    sound = Sound.DUCKED if voiced or call is not None else Sound.FULL
    return Decision(
        _stage(state),
        tuple(reversed(state.emergencies)),
        call,
        state.calls.is_bright(moment),
        state.announcements.current,
        playing,
        Sound.SILENT if state.emergencies else sound,
        state.speech,
    )


def _stage(state: State) -> Class | None:
    if state.emergencies:
        return Class.EMERGENCY
    if state.calls.large is not None:
        return Class.CALL
    if state.announcements.current is not None:
        return Class.ANNOUNCEMENT
    playing = state.programme.playing
    if playing is None:
        return None
    is_in_turn = playing.show.item.strength is Strength.TURN
    return Class.PLAYLIST if is_in_turn else Class.NOTICE


def _taken_in(state: State, fact: Fact, moment: float) -> State:
    match fact:
        case BoardSeen() | CallHeard() | CallSpoken() | EmergenciesSeen():
            return _of_the_hall(state, fact, moment)
        case _:
            return _to_play(state, fact)


def _of_the_hall(state: State, fact: OfTheHall, moment: float) -> State:
    match fact:
        case BoardSeen(standing):
            return replace(state, calls=state.calls.on_board(standing))
        case CallHeard(call):
            known = replace(state, calls=state.calls.heard(call))
            return known if state.emergencies else _called(known, call, moment)
        case CallSpoken(seq):
            left = tuple(each for each in state.speech if each.call.seq != seq)
            return replace(state, speech=left)
        case EmergenciesSeen(emergencies):
            return _alarmed(state, emergencies, moment)
        case _:
            assert_never(fact)


def _to_play(state: State, fact: ToPlay) -> State:
    match fact:
        case AnnouncementAsked(announcement):
            return replace(state, announcements=state.announcements.asked(announcement))
        case AnnouncementWithdrawn(key):
            return replace(state, announcements=state.announcements.withdrawn(key))
        case DueSeen(shows):
            return replace(state, programme=state.programme.renewed(shows))
        case ShowEnded(item):
            return replace(state, programme=state.programme.ended(item))
        case TimePassed():
            return state
        case _:
            assert_never(fact)


def _called(state: State, call: Call, moment: float) -> State:
    """Give a call to the stage and to the loudspeaker."""
    others = tuple(each for each in state.speech if each.call.ticket != call.ticket)
    number = state.given + 1
    speech = (*others, Utterance(number, call, moment))
    calls = state.calls.added(call, moment)
    return replace(state, calls=calls, speech=speech, given=number)


def _alarmed(state: State, emergencies: tuple[Emergency, ...], moment: float) -> State:
    was, state = state.emergencies, replace(state, emergencies=emergencies)
    if emergencies:
        return replace(state, calls=state.calls.suspended(), speech=())
    for call in state.calls.resumed() if was else ():
        state = _called(state, call, moment)
    return state


def _settled(state: State, moment: float) -> State:
    """Let the highest class that has a claim go on, and suspend those below it."""
    speech = tuple(each for each in state.speech if moment - each.since < LONGEST_SPEECH)
    calls = state.calls if state.emergencies else state.calls.turned(moment)
    announcements = state.announcements
    is_loud = bool(speech) or calls.large is not None or bool(state.emergencies)
    announcements = announcements.stopped() if is_loud else announcements.turned(moment)
    programme = state.programme
    is_free = calls.large is None and announcements.current is None and not state.emergencies
    programme = programme.turned(moment) if is_free else programme.suspended(moment)
    return replace(
        state, speech=speech, calls=calls, announcements=announcements, programme=programme
    )
