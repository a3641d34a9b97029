"""What a screen owes to those who wait for its stage: a second telling, without any arbiter.

It is stepped by quarters of a second, and says of each decision whether it may be.
"""

from dataclasses import dataclass, field

from display.arbiter.arbiter import LONGEST_SPEECH, Class, Decision, Sound
from display.arbiter.claims import Announcement, Show
from display.rhythm import Rhythm
from wire.messages import Call, Emergency, Row, TicketState

QUARTER = 0.25
RHYTHM = Rhythm()


@dataclass
class PlainScreen:
    """The hall as a patient observer sees it."""

    board: dict[str, Row] = field(default_factory=dict)
    emergencies: list[Emergency] = field(default_factory=list)
    heard: dict[str, Call] = field(default_factory=dict)
    owed: list[Call] = field(default_factory=list)
    """Who must still be large, first come first."""

    spoken: dict[int, tuple[Call, float]] = field(default_factory=dict)
    """What the loudspeaker was given and has not ended, and since when."""

    given: int = 0
    large: Call | None = None
    large_since: float = 0.0
    asked: list[Announcement] = field(default_factory=list)
    said: Announcement | None = None
    said_since: float = 0.0
    due: tuple[Show, ...] = ()
    on_stage: tuple[Show, int] | None = None
    """The show and its page of the moment before, if it had the stage."""

    played: float = 0.0
    """How long it has had the stage: a film in all, a page since it began to be read."""

    was_free: bool = False
    """Whether the stage was free for it in the moment before."""

    before: float = 0.0

    # -- What happens --

    def call(self, call: Call, moment: float) -> None:
        self.heard.pop(call.ticket, None)
        self.heard[call.ticket] = call
        if not self.emergencies:
            self._give(call, moment)

    def see(self, board: dict[str, Row]) -> None:
        self.board = board
        self.heard = {key: each for key, each in self.heard.items() if key in board}

    def alarm(self, emergencies: list[Emergency], moment: float) -> None:
        was, self.emergencies = self.emergencies, emergencies
        if emergencies:
            self.owed, self.spoken, self.large = [], {}, None
        elif was:
            for each in [each for each in self.heard.values() if self.is_called(each)]:
                self._give(each, moment)

    def is_called(self, call: Call) -> bool:
        row = self.board.get(call.ticket)
        return bool(row) and (row.counter, row.state) == (call.counter, TicketState.CALLED)

    def _give(self, call: Call, moment: float) -> None:
        if self.large and self.large.ticket == call.ticket:
            self.large, self.large_since = call, moment
        else:
            self.owed = [*(each for each in self.owed if each.ticket != call.ticket), call]
        self.given += 1
        self.spoken = {
            key: each for key, each in self.spoken.items() if each[0].ticket != call.ticket
        }
        self.spoken[self.given] = (call, moment)

    # -- Whether what is decided may be --

    def check(self, decided: Decision, moment: float) -> None:
        self.owed = [each for each in self.owed if self.is_called(each)]
        self.spoken = {
            key: each for key, each in self.spoken.items() if moment - each[1] < LONGEST_SPEECH
        }
        self._check_large(decided, moment)
        self._check_voice(decided, moment)
        self._check_playing(decided, moment)
        self.before, self.was_free = moment, decided.stage not in list(Class)[2:]
        classes = (
            (Class.EMERGENCY, decided.emergencies),
            (Class.CALL, decided.call),
            (Class.ANNOUNCEMENT, decided.announcement),
        )
        highest = next((each for each, claim in classes if claim), None)
        assert decided.stage is highest if highest else decided.stage in {None, *list(Class)[:2]}

    def _check_large(self, decided: Decision, moment: float) -> None:
        assert [*decided.emergencies] == self.emergencies[::-1]
        before, now = self.large, decided.call
        if self.emergencies:
            assert now is None
            return
        if before is not None and now != before:
            assert self._may_leave(before, moment), "a call left the stage too soon"
        if now is not None and now != before:
            assert now == self.owed.pop(0), "somebody else had come before"
            self.large_since = moment
        self.large = now
        if now is None:
            assert not self.owed, "somebody waits before an empty stage"
            return
        row, age = self.board[now.ticket], moment - self.large_since
        assert row.counter == now.counter
        assert age < RHYTHM.large
        assert age < RHYTHM.highlight or (self.is_called(now) and not self.owed)

    def _may_leave(self, call: Call, moment: float) -> bool:
        row = self.board.get(call.ticket)
        is_gone = row is None or row.counter != call.counter
        return is_gone or moment - self.large_since >= RHYTHM.highlight

    def _check_voice(self, decided: Decision, moment: float) -> None:
        assert {each.number: each.call for each in decided.speech} == {
            key: each[0] for key, each in self.spoken.items()
        }
        self._say(is_loud=bool(decided.call or self.spoken or self.emergencies), moment=moment)
        assert decided.announcement == self.said
        is_voiced = decided.call or self.spoken or self.said
        quiet = Sound.DUCKED if is_voiced else Sound.FULL
        assert decided.sound is (Sound.SILENT if self.emergencies else quiet)

    def _say(self, *, is_loud: bool, moment: float) -> None:
        if is_loud:
            if self.said and self.said.key not in {each.key for each in self.asked}:
                self.asked.insert(0, self.said)
            self.said = None
            return
        if self.said and moment - self.said_since >= self.said.seconds:
            self.said = None
        self.asked = [each for each in self.asked if moment < each.end]
        if self.said is None and self.asked:
            self.said, self.said_since = self.asked.pop(0), moment

    def _check_playing(self, decided: Decision, moment: float) -> None:
        playing = decided.playing
        is_free = not (self.emergencies or decided.call or self.said)
        if playing is None:
            assert not (is_free and self.due), "an empty stage, and something is due"
            self.on_stage = None
            return
        assert playing.show in self.due, "it is due no more"
        here, length = (playing.show, playing.page), playing.show.pages[playing.page]
        played = self.played + (moment - self.before if self.was_free else 0.0)
        is_new = here != self.on_stage or (is_free and played >= length)
        is_covered = not is_free and not playing.show.is_film
        self.on_stage, self.played = here, 0.0 if is_new or is_covered else played
        assert playing.at(moment) == self.played
        assert (playing.since is not None) == is_free
        assert self.played < length or not is_free
