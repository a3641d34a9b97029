"""A picture in the middle of its room: whole, and as large as it fits."""

from typing import Any

from kivy.graphics import Color as Paint
from kivy.graphics import Rectangle
from kivy.graphics.texture import Texture
from kivy.uix.widget import Widget

from display.darkroom import contained


class Frame(Widget):
    """Empty until something hangs in it."""

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self.texture: Texture | None = None
        with self.canvas:
            self._paint = Paint(1, 1, 1, 0)
            self._rectangle = Rectangle(size=(0, 0))
        self.bind(pos=self._draw, size=self._draw)

    def hang(self, texture: Texture | None) -> None:
        """Show this, or nothing."""
        self.texture = texture
        self._rectangle.texture = texture
        self._draw()

    @property
    def shown(self) -> tuple[float, float, float, float]:
        """Where the picture is, in pixels: left, bottom, width, height."""
        return (*self._rectangle.pos, *self._rectangle.size)

    def _draw(self, *_: object) -> None:
        if self.texture is None or min(self.size) < 1:
            self._paint.a, self._rectangle.size = 0, (0, 0)
            return
        width, height = contained(self.texture.size, self.size)
        self._paint.a = 1
        self._rectangle.size = (width, height)
        self._rectangle.pos = (
            round(self.x + (self.width - width) / 2),
            round(self.y + (self.height - height) / 2),
        )
