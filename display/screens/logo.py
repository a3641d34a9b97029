"""The commune's logo, on white: whatever its colours are, the header's ground does not touch it."""

from pathlib import Path

from kivy.core.image import Image

from display.livery import tile_share
from display.screens.frame import Frame
from media.look.look import Look
from media.look.theme import PALETTE
from media.look.widgets import Panel

AIR = 0.08
"""Around it, in its tile's height."""


class Logo(Panel):
    """A tile as high as its room, and as wide as the picture asks."""

    def __init__(self, look: Look, file: Path) -> None:
        """Read the file, which is a PNG."""
        super().__init__(look, PALETTE.plaster, None, padding=0, size_hint_x=None)
        texture = Image(str(file), mipmap=True).texture
        self.share = tile_share(file)
        """Its width in its height."""

        self.frame = Frame()
        self.frame.hang(texture)
        self.add_widget(self.frame)
        self.bind(height=self._widen)

    def _widen(self, *_: object) -> None:
        self.width = self.height * self.share
        self.padding = round(self.height * AIR)
