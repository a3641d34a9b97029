"""What a hall screen does, in a window or before browsers: it hears the hall, shows, speaks, tells.

It decides nothing by itself: the presenter, the arbiter, the announcer and the player do.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import assert_never

import structlog

from display.announcer import Announcer
from display.backstage import Backstage
from display.carousel import Carousel
from display.checkup import Checkup, Glass, Hanging
from display.curtain import Curtain
from display.hall_clock import HallClock
from display.lights import DarkSettings, lights_of
from display.livery import tell_theme
from display.loudspeaker import Loudspeaker
from display.manner import Manner
from display.mute import Mute
from display.playbill import Published
from display.player.health import examined
from display.player.herald import told_trust
from display.presenter import BoardPresenter
from display.publishing import PLAYER, PublishedContent
from display.quiet_hours import SpeechSettings, volume
from display.rhythm import Rhythm
from display.wall import Wall
from media.pack import Commune, load_pack
from media.pack.watching import PackWatch
from media.playlist.model import Spot
from media.playlist.schedule import ClockTrust
from media.toml import TomlError
from media.voice.voices import Voices
from wire.codec import BadMessage, decode
from wire.link import Arrival, Link, Message, Offline, Online, Place
from wire.messages import Board, Call, Identify, Language, Queues, Shown

Asked = Callable[[object, float], None]
"""Takes the data of a message and the moment; raises `BadMessage`."""

BuildWall = Callable[[Commune, Backstage], Wall]
"""Makes what draws the screen."""


@dataclass(frozen=True, slots=True)
class Post:
    """Which screen this is, and where it finds what it needs."""

    name: str
    """What staff call it."""

    controller: str
    token: str
    pack: Path
    home: Path
    """What it keeps on its disk."""

    spoken: tuple[Language, ...]
    written: tuple[Language, ...]
    diagonal_mm: float
    distance_mm: float
    speech: SpeechSettings = field(default_factory=SpeechSettings)
    dark: DarkSettings | None = None
    """When to be dark outside the hall's hours; never unless told."""
    zone: str = ""
    """The zone of the hall in which it hangs, by its id in the pack; without one, all of it."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What a screen speaks with."""

    speaker: Loudspeaker
    voices: Voices


class ScreenDuty:
    """One hall screen. `pulse` is called many times a second, always by one thread."""

    def __init__(
        self,
        post: Post,
        build: BuildWall,
        voice: Voice | None,
        moments: Callable[[], float],
        link: Link | None = None,
        asked: Mapping[str, Asked] | None = None,
    ) -> None:
        """Read the pack, build the wall; connect nothing yet. Without a voice it is mute.

        `moments` is a clock in seconds that never jumps; `asked` are the messages that only this
        kind of screen understands, by their names. Raises `TomlError` for a pack that is not right.
        """
        self._post, self._voice, self._moments = post, voice, moments
        self._spot = Spot(post.name, post.zone)
        self._pack = PackWatch(post.pack)
        pack = load_pack(post.pack)
        self._spoken: SimpleQueue[int] = SimpleQueue()
        self._ended: SimpleQueue[int] = SimpleQueue()
        self._link = link or link_of(post)
        self._asked = asked or {}
        self.content = PublishedContent(post.home, post.controller, post.token, self._link)
        self.wall = build(pack.commune, Backstage(self.content.file, self._fail, moments))
        self._clock = HallClock(pack.hall.zone)
        self._announcer = self._announcing()
        self._curtain = Curtain(self.wall, lights_of(post.dark, pack.hall.hours))
        self.presenter = BoardPresenter(
            self._curtain,
            self._announcer,
            self._acknowledge,
            Carousel(pack, post.written, self.wall.fits),
            self._clock,
            Rhythm(),
        )
        self.presenter.hang(self._spot)
        self._checkup = Checkup(partial(examined, post.home / PLAYER))
        self._shown: Shown | None = None
        self._has_heard = False
        tell_theme(pack.commune)
        self._first = (f"{pack.services[0].prefix}001", pack.hall.counters[0].number)

    @property
    def is_dark(self) -> bool:
        """Whether nothing is to be seen: the hall is closed, and empty."""
        return self._curtain.is_dark

    def start(self) -> None:
        """Begin to connect; warm the voice up, so that the first call need not wait."""
        self.presenter.on_offline(self._moments())
        self._announcer.prepare(*self._first)
        if self._voice is not None:
            Thread(target=self._voice.speaker.test, name="speaker-test", daemon=True).start()
        self.content.start()
        self._link.start()

    def stop(self) -> None:
        """Hang up and fall silent."""
        self._link.stop()
        self.content.stop()
        self._announcer.close()

    def pulse(self) -> None:
        """Take in what has arrived, and go with the time."""
        moment = self._moments()
        for arrival in self._link.drain():
            self._take_in(arrival, moment)
        for seq in _drained(self._spoken):
            self.presenter.on_spoken(seq)
        for seq in _drained(self._ended):
            self.presenter.on_call_ended(seq, moment)
        self._renew(moment)
        self._play(moment)
        self.presenter.tick(moment)
        self._curtain.tick(moment)
        self._tell()

    def _announcing(self) -> Announcer | Mute:
        if self._voice is None:
            return Mute(self._ended.put)
        return Announcer(
            self._voice.speaker,
            self._voice.voices,
            self._is_current,
            self._spoken.put,
            self._manner(),
            self._ended.put,
        )

    def _manner(self) -> Manner:
        speech = self._post.speech
        return Manner(
            self._post.spoken,
            speech.times,
            frozenset(speech.counters),
            lambda: volume(speech.quiet, self._clock.now(self._moments())),
        )

    def _renew(self, moment: float) -> None:
        """Show the content as it is on the disk now; the last that was right stays else."""
        try:
            pack = self._pack.renewed(moment)
        except TomlError as error:
            for problem in error.problems:
                where = f"{problem.file}:{problem.line}"
                _log().error("content_not_renewed", where=where, why=problem.reason)
            return
        if pack is not None:
            _log().info("content_renewed", notices=len(pack.notices))
            self.wall.dress(pack.commune)
            tell_theme(pack.commune)
            self.presenter.on_pack(pack, moment)
            self._curtain.light(lights_of(self._post.dark, pack.hall.hours))

    def _play(self, moment: float) -> None:
        """Play what is whole on the disk, and let it be known what is shown of it."""
        trust = self.content.trust(moment, has_heard=self._has_heard)
        if not self._has_heard and trust is not ClockTrust.NONE:
            self.presenter.on_own_time(datetime.now(UTC), trust, moment)
        playable = self.content.pulse(self.presenter.playing, moment, trust)
        if playable is not None:
            revision = playable.revision
            published = None if revision is None else Published(revision, self._spot)
            self.presenter.on_published(published, moment)
        self._tell_health(trust, moment)

    def _tell_health(self, trust: ClockTrust, moment: float) -> None:
        post, is_dark = self._post, self._curtain.is_dark
        hangs = Hanging(post.diagonal_mm, post.distance_mm, post.written)
        glass = Glass(*self.wall.extent, told_trust(trust), is_dark, hangs)
        word = self._checkup.word(glass, moment)
        if word is not None:
            self._link.tell("health", word)

    def _take_in(self, arrival: Arrival, moment: float) -> None:
        match arrival:
            case Online():
                _log().info("connected to %s", self._post.controller)
                self._checkup.renew()
                self.presenter.on_online(moment)
            case Offline(why):
                _log().warning("offline", why=why)
                self.presenter.on_offline(moment)
            case Message():
                self._hear(arrival, moment)
            case _:
                assert_never(arrival)

    def _hear(self, message: Message, moment: float) -> None:
        try:
            match message.event:
                case "board":
                    self.presenter.on_board(decode(Board, message.data), moment)
                    self._has_heard = True
                case "call":
                    self.presenter.on_call(decode(Call, message.data), moment)
                case "queues":
                    self.presenter.on_queues(decode(Queues, message.data), moment)
                case "identify":
                    asked = decode(Identify, message.data)
                    self._curtain.identify(asked.name, asked.seconds, moment)
                case "published":
                    self.content.hear(message.data)
                case other if other in self._asked:
                    self._asked[other](message.data, moment)
                case _:
                    _log().debug("unknown_event", event_name=message.event)
        except BadMessage as problem:
            _log().error("bad_message", event_name=message.event, why=str(problem))

    def _fail(self, item: str) -> None:
        """Leave out what cannot be shown, for now; the third time for good."""
        _log().error("item_not_shown", item=item)
        self.content.failed(item)
        self.presenter.on_show_ended(item, self._moments())

    def _is_current(self, call: Call) -> bool:
        return self.presenter.is_current(call)

    def _acknowledge(self, shown: Shown) -> None:
        self._shown = shown

    def _tell(self) -> None:
        """Say what is shown, once it is on the glass."""
        if self._shown is not None and self.wall.is_seen():
            self._link.tell("shown", self._shown)
            self._shown = None


def link_of(post: Post) -> Link:
    """Return the way to the controller, not connected yet."""
    return Link(Place(post.controller, "/screens", post.token))


def _drained(queue: "SimpleQueue[int]") -> list[int]:
    found = []
    while True:
        try:
            found.append(queue.get_nowait())
        except Empty:
            return found


def _log() -> structlog.stdlib.BoundLogger:
    return structlog.get_logger("display")  # type: ignore[no-any-return]  # structlog types it Any
