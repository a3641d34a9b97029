"""Show the hall screen with each language first, and take its pictures."""

import os
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from display.carousel import Carousel
from display.drawn import WARNED_IN
from media.pack import load_pack
from nouba.demo.place import Place
from nouba.demo.seed import Size, display_settings, write_settings
from nouba.keeper import Keeper, Program
from nouba.play.kiosk_visitor import GaveUpError
from nouba.screen import Screen, virtual_screen
from nouba.shots.switch import Stillness, Switch
from wire.messages import LANGUAGES, Language

PATIENCE = 60.0
"""Seconds in which the screen must light up, and show each thing that is waited for."""

GLANCE = 0.5
"""Seconds between two looks at what it shows."""


class WallTour:
    """Runs one hall screen after the other, each in the language it is asked for."""

    def __init__(
        self, place: Place, pack: Path, token: str, folder: Path, size: Size, still: Stillness
    ) -> None:
        self._place, self._pack, self._token = place, pack, token
        self.folder, self._size, self._still = folder, size, still

    def take(self, language: Language, day: date) -> bool:
        """Take a page in that language, and the warning in it that the hall is lost.

        `day` is the hall's. Return whether there is either: what nobody has confirmed in
        a language is never shown. Raises `GaveUpError`.
        """
        is_told, is_warned = has_page(self._pack, language, day), language in WARNED_IN
        if not is_told and not is_warned:
            return False
        with self.lit(language) as keeper:
            if is_told:
                self._take(keeper, language, f"*-{language}", f"notices-{language}")
            if is_warned:
                self._lose(keeper, language)
        return True

    def _lose(self, keeper: Keeper, language: Language) -> None:
        self._still.begin()
        try:
            self._take(keeper, language, f"lost-{language}-*", f"lost-{language}")
        finally:
            self._still.end()

    def take_call(self, name: str, language: Language, call: Switch) -> None:
        """Take a call on a screen that is read from that language's side.

        Its labels are in Arabic and French, whatever the language.
        """
        with self.lit(language) as keeper:
            call()
            self._take(keeper, language, "call", f"{name}-{language}")

    @contextmanager
    def lit(self, language: Language) -> Iterator[Keeper]:
        """Run a hall screen that has the language first, until the block ends."""
        for old in self._place.pictures.glob(f"{_name(language)}-*.png"):
            old.unlink()
        settings = display_settings(self._place, self._pack, self._size, self._token)
        path = self._place.settings(f"display-{language}")
        written = [language, *(other for other in LANGUAGES if other != language)]
        write_settings(path, settings | {"written": written, "name": _name(language)})
        keeper = Keeper(self._place.log, lambda _: None)
        with virtual_screen(self._size.width, self._size.height) as screen:
            keeper.start(_display(path, screen))
            try:
                _wait_for_light(screen)
                yield keeper
            finally:
                keeper.end()

    def _take(self, keeper: Keeper, language: Language, scene: str, name: str) -> None:
        """Ask the screen for pictures of itself until one is of the scene, and keep that.

        It is taken away from the others: the next such scene is to be waited for.
        """
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            pid = keeper.pid(f"display-{language}")
            if pid is not None:
                os.kill(pid, signal.SIGUSR1)
            time.sleep(GLANCE)
            found = sorted(self._place.pictures.glob(f"{_name(language)}-{scene}.png"))
            if found:
                shutil.move(found[0], self.folder / f"hall-screen-{name}.png")
                return
        raise GaveUpError(f"the hall screen did not show {scene}")


def has_page(pack: Path, language: Language, day: date) -> bool:
    """Tell whether the pack has anything to show in this very language on that day."""
    carousel = Carousel(load_pack(pack), (language,), lambda _: True)
    return carousel.page(day, 0.0) is not None


def _name(language: Language) -> str:
    return f"wall-first-{language}"


def _wait_for_light(screen: Screen) -> None:
    deadline = time.monotonic() + PATIENCE
    while screen.picture().getbbox() is None:
        if time.monotonic() > deadline:
            raise GaveUpError("the hall screen stays dark")
        time.sleep(0.1)


def _display(settings: Path, screen: Screen) -> Program:
    words = (sys.executable, "-m", "nouba", "display", "--settings", str(settings))
    return Program(settings.stem, words, {"DISPLAY": screen.display})
