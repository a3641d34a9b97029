"""What a screen that nobody has let in yet shows: a code, until somebody enters it.

Import it after `media.look.window.prepare`.
"""

from pathlib import Path

from display.screens.pairing import PairingScreen
from display.settings import DisplaySettings
from media.look.look import Look
from media.look.main_loop import save_picture
from media.look.window import opened
from media.texts import Texts


class UnpairedScreen:
    """The board of `media.look.letting_in`."""

    def __init__(self, settings: DisplaySettings) -> None:
        self._settings = settings
        look = Look(opened(settings.screen.geometry()), settings.written[0])
        self.board = PairingScreen(look, Texts())
        self.show = self.board.show

    def save_picture(self) -> Path | None:
        """Save what is shown where the settings say; return where."""
        if self._settings.screenshots is None:
            return None
        return save_picture(
            self.board, self._settings.screenshots, f"{self._settings.name}-pairing"
        )
