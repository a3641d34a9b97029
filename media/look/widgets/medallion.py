"""A pictogram on an eight-pointed star."""

from typing import Any

from kivy.uix.anchorlayout import AnchorLayout

from media.look.look import Look
from media.look.theme import Color
from media.look.widgets.pictogram import Pictogram

PICTOGRAM_STARS = 0.52
"""A pictogram's side, in sides of its star."""


class Medallion(AnchorLayout):
    """A pictogram on a star that is `side` pixels wide and high."""

    def __init__(self, look: Look, name: str, side: int, **properties: Any) -> None:
        super().__init__(size=(side, side), **properties)
        self._star = Pictogram(look, "star", side)
        self._pictogram = Pictogram(look, name, round(side * PICTOGRAM_STARS))
        self.add_widget(self._star)
        self.add_widget(self._pictogram)

    def resize(self, side: int) -> None:
        """Make the star `side` pixels wide and high."""
        self.size = (side, side)
        self._star.resize(side)
        self._pictogram.resize(round(side * PICTOGRAM_STARS))

    def show(self, name: str) -> None:
        """Stand another pictogram on the star."""
        self._pictogram.show(name)

    def paint(self, pictogram: Color, star: Color) -> None:
        """Change the colours."""
        for label, color in ((self._pictogram, pictogram), (self._star, star)):
            label.color = label.disabled_color = color.rgba
