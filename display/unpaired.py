"""A screen that nobody has let in yet: it shows a code until somebody enters it.

Import it after `media.look.window.prepare`.
"""

from collections.abc import Callable
from pathlib import Path

import structlog

from display import own_token
from display.asking import Asking
from display.screens.pairing import PairingScreen
from display.settings import DisplaySettings
from media.look.look import Look
from media.look.main_loop import save_picture
from media.look.window import opened
from media.texts import Texts
from wire.messages import AskToPair, PairingCode

PAGE = "/screens"
"""Of the controller's, where a supervisor enters the code."""


class UnpairedScreen:
    """`pulse` is called by the window's loop; `is_paired` tells when it has nothing more to do."""

    def __init__(self, settings: DisplaySettings, end: Callable[[], None]) -> None:
        """Make the widgets, and a token where there is none; ask nobody yet.

        `end` ends the window's loop. Raises `OSError` when the token cannot be kept.
        """
        self._settings, self._end = settings, end
        key = own_token.key_of(own_token.offered(settings.home))
        self._asking = Asking(settings.controller, AskToPair("screen", key))
        look = Look(opened(settings.screen.geometry()), settings.written[0])
        self.board = PairingScreen(look, Texts())
        self.is_paired = False

    def start(self) -> None:
        """Begin to ask."""
        self._asking.start()

    def stop(self) -> None:
        """Ask no more."""
        self._asking.stop()

    def pulse(self) -> None:
        """Show what the controller answered last."""
        answer = self._asking.answer
        code = answer.code if isinstance(answer, PairingCode) else ""
        self.board.show(code, self._settings.controller + PAGE)
        if isinstance(answer, PairingCode) and answer.name is not None and not self.is_paired:
            own_token.take(self._settings.home)
            structlog.get_logger("display").info("paired", name=answer.name)
            self.is_paired = True
            self._end()

    def save_picture(self) -> Path | None:
        """Save what is shown where the settings say; return where."""
        if self._settings.screenshots is None:
            return None
        return save_picture(
            self.board, self._settings.screenshots, f"{self._settings.name}-pairing"
        )
