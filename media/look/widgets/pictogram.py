"""Pictograms."""

from typing import Any

from kivy.uix.label import Label

from media.look.look import Look
from media.look.pictograms import glyph
from media.look.theme import PALETTE, Color
from media.typography.fonts import PICTOGRAMS


class Pictogram(Label):
    """A pictogram of `media.look.pictograms`, `size_px` high and wide."""

    def __init__(
        self, look: Look, name: str, size_px: int, color: Color = PALETTE.navy, **properties: Any
    ) -> None:
        properties.setdefault("size_hint", (None, None))
        super().__init__(
            text=glyph(name, is_rtl=look.is_rtl),
            font_name=PICTOGRAMS,
            font_size=size_px,
            color=color.rgba,
            size=(size_px, size_px),
            **properties,
        )
        self.pictogram = name
        self._is_rtl = look.is_rtl

    def show(self, name: str) -> None:
        """Be another pictogram."""
        self.text, self.pictogram = glyph(name, is_rtl=self._is_rtl), name

    def resize(self, size_px: int) -> None:
        """Make it `size_px` high and wide."""
        self.font_size, self.size = size_px, (size_px, size_px)
