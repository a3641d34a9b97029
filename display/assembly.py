"""Puts a hall screen together: the link, the presenter, the voice, the widgets.

Import it after `media.look.window.prepare`.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
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
from display.lights import Lights
from display.loudspeaker import Loudspeaker
from display.manner import Manner
from display.pictures import Pictures, sender
from display.playbill import Published
from display.player.health import examined
from display.player.herald import told_trust
from display.power import PowerKeeper
from display.presenter import BoardPresenter
from display.publishing import PLAYER, PublishedContent
from display.quiet_hours import volume
from display.rhythm import Rhythm
from display.screens.board import BoardScreen
from display.settings import DarkSettings, DisplaySettings
from hardware.devices import open_power, open_speaker
from hardware.sound_files import SoundReader
from media.look.glass import read_frame
from media.look.look import Look
from media.look.main_loop import save_picture
from media.look.window import opened
from media.pack import Pack, load_pack
from media.pack.watching import PackWatch
from media.playlist.model import Spot
from media.playlist.schedule import ClockTrust
from media.texts import Texts
from media.toml import TomlError
from media.voice.voices import Voices, open_voices
from wire.codec import BadMessage, decode
from wire.link import Arrival, Link, Message, Offline, Online, Place
from wire.messages import Board, Call, Identify, PictureWanted, Queues, Shown

VOICES = "voices"
"""The folder of a pack that holds its recorded clips."""


class HallScreen:
    """One hall screen. `pulse` is called by the window's loop, many times a second."""

    def __init__(self, settings: DisplaySettings, moments: Callable[[], float]) -> None:
        """Read the pack, open the speaker, make the widgets; connect nothing yet.

        `moments` is a clock in seconds that never jumps. Raises `TomlError` for a pack
        that is not right and `DeviceError` for a speaker that cannot be opened.
        """
        self._settings = settings
        self._pack = PackWatch(settings.pack)
        pack = load_pack(settings.pack)
        look = Look(opened(settings.screen.geometry()), settings.written[0])
        self._moments = moments
        self._spoken: SimpleQueue[int] = SimpleQueue()
        self._ended: SimpleQueue[int] = SimpleQueue()
        self._link = Link(Place(settings.controller, "/screens", settings.token))
        self._content = PublishedContent(
            settings.home, settings.controller, settings.token, self._link
        )
        backstage = Backstage(self._content.file, self._fail, moments)
        self.board = BoardScreen(look, pack.commune, Texts(), backstage)
        self._speaker = Loudspeaker(open_speaker(settings.speaker), settings.speaker)
        self._clips, self._clock = SoundReader(), HallClock(pack.hall.zone)
        self._announcer = self._opened_announcer()
        self._curtain = Curtain(self.board, _lights(settings, pack))
        dark = settings.dark or DarkSettings()
        self._power = PowerKeeper(open_power(dark.device))
        self.presenter = BoardPresenter(
            self._curtain,
            self._announcer,
            self._acknowledge,
            Carousel(pack, settings.written, self.board.notice_stage.fits),
            self._clock,
            Rhythm(),
        )
        self._checkup = Checkup(partial(examined, settings.home / PLAYER))
        self._pictures = _pictures(settings, self._link)
        self._has_heard = False
        self._first = (f"{pack.services[0].prefix}001", pack.hall.counters[0].number)

    def _opened_announcer(self) -> Announcer:
        return Announcer(
            self._speaker,
            _voices(self._settings, self._clips),
            self._is_current,
            self._spoken.put,
            self._manner(),
            self._ended.put,
        )

    def start(self) -> None:
        """Begin to connect; warm the voice up, so that the first call need not wait."""
        self.presenter.on_offline(self._moments())
        self._announcer.prepare(*self._first)
        Thread(target=self._speaker.test, name="speaker-test", daemon=True).start()
        self._power.start()
        self._content.start()
        self._link.start()

    def stop(self) -> None:
        """Hang up and fall silent."""
        self._link.stop()
        self._content.stop()
        self._announcer.close()
        self.board.close()
        self._clips.close()
        self._power.stop()

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
        self._power.want(is_on=not self._curtain.is_dark)

    def save_picture(self) -> Path | None:
        """Save what is shown as `NAME-SCENE.png` where the settings say; return where."""
        if self._settings.screenshots is None:
            return None
        name = f"{self._settings.name}-{self.board.scene_name}"
        return save_picture(self.board, self._settings.screenshots, name)

    def _manner(self) -> Manner:
        speech = self._settings.speech
        return Manner(
            self._settings.spoken,
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
            self.board.header.name(pack.commune.name)
            self.presenter.on_pack(pack, moment)
            self._curtain.light(_lights(self._settings, pack))

    def _play(self, moment: float) -> None:
        """Play what is whole on the disk, and let it be known what is shown of it."""
        trust = self._content.trust(moment, has_heard=self._has_heard)
        if not self._has_heard and trust is not ClockTrust.NONE:
            self.presenter.on_own_time(datetime.now(UTC), trust, moment)
        playable = self._content.pulse(self.presenter.playing, moment, trust)
        if playable is not None:
            spot = Spot(self._settings.name)
            revision = playable.revision
            published = None if revision is None else Published(revision, spot)
            self.presenter.on_published(published, moment)
        self._tell_health(trust, moment)

    def _tell_health(self, trust: ClockTrust, moment: float) -> None:
        width, height = self.board.size
        is_dark = self._curtain.is_dark
        glass = Glass(int(width), int(height), told_trust(trust), is_dark, _hanging(self._settings))
        word = self._checkup.word(glass, moment)
        if word is not None:
            self._link.tell("health", word)

    def _take_in(self, arrival: Arrival, moment: float) -> None:
        match arrival:
            case Online():
                _log().info("connected to %s", self._settings.controller)
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
                case "published":
                    self._content.hear(message.data)
                case "identify":
                    asked = decode(Identify, message.data)
                    self._curtain.identify(asked.name, asked.seconds, moment)
                case "picture":
                    self._pictures.want(decode(PictureWanted, message.data), moment)
                case _:
                    _log().debug("unknown_event", event_name=message.event)
        except BadMessage as problem:
            _log().error("bad_message", event_name=message.event, why=str(problem))

    def _fail(self, item: str) -> None:
        """Leave out what cannot be shown, for now; the third time for good."""
        _log().error("item_not_shown", item=item)
        self._content.failed(item)
        self.presenter.on_show_ended(item, self._moments())

    def _is_current(self, call: Call) -> bool:
        return self.presenter.is_current(call)

    def _acknowledge(self, shown: Shown) -> None:
        self._link.tell("shown", shown)


def _lights(settings: DisplaySettings, pack: Pack) -> Lights | None:
    dark = settings.dark
    if dark is None:
        return None
    before, after = timedelta(minutes=dark.minutes_before), timedelta(minutes=dark.minutes_after)
    return Lights(pack.hall.hours, before, after, dark.days)


def _hanging(settings: DisplaySettings) -> Hanging:
    screen = settings.screen
    return Hanging(screen.diagonal_mm, screen.distance_mm, settings.written)


def _pictures(settings: DisplaySettings, link: Link) -> Pictures:
    return Pictures(
        read_frame,
        sender(settings.controller, settings.token),
        partial(link.tell, "no_picture"),
        is_allowed=settings.may_be_pictured,
    )


def _voices(settings: DisplaySettings, reader: SoundReader) -> Voices:
    clips = settings.pack / VOICES
    return open_voices(
        reader.read,
        recordings=settings.voice.recordings,
        clips=clips if clips.is_dir() else None,
        hts_voice=settings.voice.hts_voice,
        cache=settings.voice.cache,
    )


def _drained(queue: "SimpleQueue[int]") -> list[int]:
    found = []
    while True:
        try:
            found.append(queue.get_nowait())
        except Empty:
            return found


def _log() -> structlog.stdlib.BoundLogger:
    return structlog.get_logger("display")  # type: ignore[no-any-return]  # structlog types it Any
