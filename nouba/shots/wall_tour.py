"""Show the hall screen with each language first, and take its pictures."""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from nouba.demo.place import Place
from nouba.demo.seed import Size, display_settings, write_settings
from nouba.keeper import Keeper, Program
from nouba.screen import Screen, virtual_screen
from wire.messages import LANGUAGES, Language

DARK = 60.0
"""Seconds in which the screen must light up."""

CALM = 2.5
"""Seconds until the first notice has been drawn."""

CALL_DRAWN = 1.5
"""Seconds from a call to its picture."""


Call = Callable[[], None]
"""Calls the next visitor."""


class WallTour:
    """Runs one hall screen after the other, each in the language it is asked for."""

    def __init__(self, place: Place, pack: Path, token: str, folder: Path) -> None:
        self._place, self._pack, self._token, self._folder = place, pack, token, folder

    def take(self, language: Language, size: Size, call: Call | None) -> None:
        """Take the notices, then a call if there is a way to call, with that language first."""
        written = (language, *(other for other in LANGUAGES if other != language))
        settings = display_settings(self._place, self._pack, size, self._token)
        path = self._place.settings(f"display-{language}")
        write_settings(path, settings | {"written": list(written)})
        keeper = Keeper(self._place.log, lambda _: None)
        with virtual_screen(size.width, size.height) as screen:
            keeper.start(_display(path, screen))
            try:
                self._pictures(language, screen, call)
            finally:
                keeper.end()

    def _pictures(self, language: Language, screen: Screen, call: Call | None) -> None:
        deadline = time.monotonic() + DARK
        while screen.picture().getbbox() is None and time.monotonic() < deadline:
            time.sleep(0.1)
        time.sleep(CALM)
        screen.picture().save(self._folder / f"hall-screen-notices-{language}.png")
        if call is None:
            return
        call()
        time.sleep(CALL_DRAWN)
        screen.picture().save(self._folder / f"hall-screen-call-{language}.png")


def _display(settings: Path, screen: Screen) -> Program:
    words = (sys.executable, "-m", "nouba", "display", "--settings", str(settings))
    return Program(settings.stem, words, {"DISPLAY": screen.display})
