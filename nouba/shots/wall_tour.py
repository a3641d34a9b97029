"""Show the hall screen with each language first, and take its pictures."""

import os
import shutil
import signal
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from display.carousel import Carousel
from media.pack import load_pack
from nouba.demo.place import Place
from nouba.demo.seed import Size, display_settings, write_settings
from nouba.keeper import Keeper, Program
from nouba.play.kiosk_visitor import GaveUpError
from nouba.screen import Screen, virtual_screen
from wire.messages import LANGUAGES, Language

PATIENCE = 60.0
"""Seconds in which the screen must light up, and show each thing that is waited for."""

GLANCE = 0.5
"""Seconds between two looks at what it shows."""


Call = Callable[[], None]
"""Calls the next visitor."""


class WallTour:
    """Runs one hall screen after the other, each in the language it is asked for."""

    def __init__(self, place: Place, pack: Path, token: str, folder: Path) -> None:
        self._place, self._pack, self._token, self._folder = place, pack, token, folder

    def take(self, language: Language, size: Size, day: date, call: Call | None) -> bool:
        """Take a page in that language, then a call if there is a way to call.

        `day` is the hall's. Return whether there is a page: what nobody has confirmed in
        a language is never shown. Raises `GaveUpError`.
        """
        settings = display_settings(self._place, self._pack, size, self._token)
        path = self._place.settings(f"display-{language}")
        written = [language, *(other for other in LANGUAGES if other != language)]
        write_settings(path, settings | {"written": written, "name": _name(language)})
        is_told = has_page(self._pack, language, day)
        keeper = Keeper(self._place.log, lambda _: None)
        with virtual_screen(size.width, size.height) as screen:
            keeper.start(_display(path, screen))
            try:
                _wait_for_light(screen)
                if is_told:
                    self._take(keeper, language, f"*-{language}", "notices")
                if call is not None:
                    call()
                    self._take(keeper, language, "call", "call")
            finally:
                keeper.end()
        return is_told

    def _take(self, keeper: Keeper, language: Language, scene: str, name: str) -> None:
        """Ask the screen for pictures of itself until one is of the scene, and keep that."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            pid = keeper.pid(f"display-{language}")
            if pid is not None:
                os.kill(pid, signal.SIGUSR1)
            time.sleep(GLANCE)
            found = sorted(self._place.pictures.glob(f"{_name(language)}-{scene}.png"))
            if found:
                shutil.copyfile(found[0], self._folder / f"hall-screen-{name}-{language}.png")
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
