"""Numbers as large as their box: the capital height fills it, not the line's."""

from typing import Any

from kivy.core.text import Label as CoreLabel
from kivy.graphics import Color as Paint
from kivy.graphics import Rectangle
from kivy.uix.widget import Widget

from media.look.screen import CAPITAL_HEIGHT
from media.look.theme import PALETTE, Color

_MEASURE = 100


class Ink(Widget):
    """A short text in Latin letters and figures, left to right, in the middle of its box.

    `largest` bounds its font size, in pixels; `fill` is the share of the box's height that
    the letters may take.
    """

    def __init__(
        self,
        text: str = "",
        color: Color = PALETTE.plaster,
        largest: float | None = None,
        fill: float = 1.0,
        **properties: Any,
    ) -> None:
        super().__init__(**properties)
        self._text, self.largest, self.fill = text, largest, fill
        self.font_size = 0
        with self.canvas:
            self._paint = Paint(*color.rgba)
            self._rectangle = Rectangle(size=(0, 0))
        self.bind(pos=self._draw, size=self._draw)
        self._draw()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    @text.setter
    def text(self, text: str) -> None:
        """Say this instead; nothing is drawn anew when it says it already."""
        if text != self._text:
            self._text = text
            self._draw()

    @property
    def color(self) -> tuple[float, float, float, float]:
        """The ink, as Kivy takes it."""
        rgba: tuple[float, float, float, float] = tuple(self._paint.rgba)
        return rgba

    @color.setter
    def color(self, rgba: tuple[float, float, float, float]) -> None:
        """Take another ink, without drawing anew."""
        self._paint.rgba = rgba

    def _draw(self, *_: object) -> None:
        if not self._text or min(self.size) < 1:
            self._rectangle.size = (0, 0)
            return
        self.font_size = self._fitting_size()
        label = _set(self._text, self.font_size)
        label.refresh()
        line = label.shaped(self._text, 0)
        # Not `center_y`: Kivy may bring it up to date after this.
        base_line = self.y + self.height / 2 - CAPITAL_HEIGHT * self.font_size / 2
        width, height = label.texture.size
        self._rectangle.texture = label.texture
        self._rectangle.size = (width, height)
        self._rectangle.pos = (
            round(self.x + (self.width - width) / 2),
            round(base_line - line.descent - (height - line.height) / 2),
        )

    def _fitting_size(self) -> int:
        size = fitting_size(self._text, self.width, self.fill * self.height)
        return max(1, int(min(size, self.largest or size)))


def fitting_size(text: str, width: float, height: float) -> float:
    """Give the font size in which the text is as wide, or its capitals as high, as this."""
    return min(width / ink_width(text, 1), height / CAPITAL_HEIGHT)


def ink_width(text: str, size: float) -> float:
    """Give the width of the text in a font size."""
    return float(_set(text, _MEASURE).get_extents(text)[0]) / _MEASURE * size


def _set(text: str, size: int) -> CoreLabel:
    return CoreLabel(text=text, font_size=size, bold=True, base_direction="ltr", color=(1, 1, 1, 1))
