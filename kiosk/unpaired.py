"""What a kiosk that nobody has let in yet shows: a code, until somebody enters it.

Import it after `media.look.window.prepare`.
"""

from pathlib import Path

from kiosk.screens.kit import Kit
from kiosk.screens.pairing import PairingScreen
from kiosk.settings import TouchSettings
from media.look.look import Look
from media.look.main_loop import save_picture
from media.look.window import opened
from media.pack import load_pack
from media.texts import Texts


class UnpairedKiosk:
    """The board of `media.look.letting_in`: nothing on it can be touched."""

    def __init__(self, settings: TouchSettings) -> None:
        """Open the window and the pack; raise `TomlError`."""
        self._pictures = settings.screenshots
        look = Look(opened(settings.screen.geometry()), settings.languages[0])
        kit = Kit(look, Texts(), load_pack(settings.pack), lambda _: None)
        self.root = PairingScreen(kit)
        self.show = self.root.show

    def save_picture(self) -> Path | None:
        """Save what is shown where the settings say; return where."""
        if self._pictures is None:
            return None
        return save_picture(self.root, self._pictures, "pairing")
