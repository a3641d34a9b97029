"""One hall screen that browsers show: on duty while a page is before people, and only then."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event, Thread

import structlog

from display.backstage import Backstage
from display.duty import Post, ScreenDuty, Voice
from display.loudspeaker import Loudspeaker
from display.web.glass import Glass, Size
from display.web.settings import WebScreen, WebSettings
from display.web.speaker import BrowserSpeaker
from display.web.wall import BrowserWall
from media.pack import Commune
from media.typography.fonts import FontSet
from media.voice.voices import Voices

PULSE = 1 / 20
"""Seconds between two looks at what arrived."""

WATCH = 1.0
"""Seconds between two looks whether the program ends, while there is no page."""

AGAIN = 5.0
"""Seconds before a screen that could not go on tries again."""


@dataclass(frozen=True, slots=True)
class House:
    """What all the screens of a program share."""

    settings: WebSettings
    fonts: FontSet
    voices: Voices
    moments: Callable[[], float]
    """Seconds of a clock that never jumps."""


class BrowserScreen:
    """A thread that is the screen to the controller, and its glass to the pages."""

    def __init__(self, screen: WebScreen, house: House) -> None:
        self._screen, self._house = screen, house
        self.glass = Glass(house.moments)
        self.speaker = BrowserSpeaker(self.glass)
        self._duty: ScreenDuty | None = None
        self._board: BrowserWall | None = None
        self._stopping = Event()
        self._thread = Thread(target=self._run, name=f"screen-{screen.name}", daemon=True)

    @property
    def screen(self) -> WebScreen:
        """Its settings."""
        return self._screen

    def file(self, asset: str) -> Path | None:
        """Return where the file of an asset of what plays is; nothing while it is off."""
        return None if self._duty is None else self._duty.content.file(asset)

    @property
    def logo(self) -> Path | None:
        """Where the commune's logo is; nothing while it is off, or where there is none."""
        return None if self._board is None else self._board.logo

    def start(self) -> None:
        """Wait for a page. To be called once."""
        self._thread.start()

    def stop(self) -> None:
        """Send the pages away, hang up and end."""
        self._stopping.set()
        self.glass.close()
        self._thread.join(2 * WATCH)

    def _run(self) -> None:
        while not self._stopping.is_set():
            size = self.glass.wait_for_page(WATCH)
            if size is None:
                continue
            try:
                self._serve(size)
            except Exception:  # noqa: BLE001  # one screen's fault must not darken the others
                _log().exception("screen_failed", screen=self._screen.name)
                self._stopping.wait(AGAIN)

    def _serve(self, size: Size) -> None:
        """Be on duty for pages of this size."""
        duty = ScreenDuty(
            self._post(), partial(self._wall, size), self._voice(), self._house.moments
        )
        self._duty = duty
        _log().info("screen_on", screen=self._screen.name, width=size.width, height=size.height)
        duty.start()
        try:
            while self.glass.size() == size and not self._stopping.is_set():
                duty.pulse()
                self._stopping.wait(PULSE)
        finally:
            self._duty = None
            duty.stop()
            _log().info("screen_off", screen=self._screen.name)

    def _wall(self, size: Size, commune: Commune, _: Backstage) -> BrowserWall:
        self._board = BrowserWall(self._screen, size, commune, self._house.fonts, self.glass)
        return self._board

    def _voice(self) -> Voice | None:
        if self._screen.is_mute:
            return None
        address = f"the browser of {self._screen.name}"
        return Voice(Loudspeaker(self.speaker, address), self._house.voices)

    def _post(self) -> Post:
        settings, screen = self._house.settings, self._screen
        return Post(
            name=screen.name,
            controller=settings.controller,
            token=screen.token,
            pack=settings.pack,
            home=settings.home / screen.name,
            spoken=screen.spoken,
            written=screen.written,
            diagonal_mm=screen.diagonal_mm,
            distance_mm=screen.distance_mm,
            zone=screen.zone,
        )


def _log() -> structlog.stdlib.BoundLogger:
    return structlog.get_logger("display")  # type: ignore[no-any-return]  # structlog types it Any
