"""Grounds: a page, a card, a bar, and the zellige band."""

from typing import Any

from kivy.graphics import Color as Paint
from kivy.graphics import Rectangle, SmoothRoundedRectangle
from kivy.graphics.texture import Texture
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget
from PIL import Image

from media.look.look import Look
from media.look.theme import PALETTE, Color
from media.look.widgets.row import Column, Row
from media.look.widgets.tile import band, tile

RADIUS_GAPS = 1.0
EDGE_GAPS = 0.2
RIM_MM = 0.6
"""The line around what can be touched."""

TILE_GAPS = 1.6


class Page(BoxLayout):
    """A whole screen: sand from edge to edge."""

    def __init__(self, look: Look, ground: Color = PALETTE.sand, **properties: Any) -> None:
        super().__init__(orientation="vertical", **properties)
        self.look = look
        with self.canvas.before:
            Paint(*ground.rgba)
            self._ground = Rectangle(pos=self.pos, size=self.size)
        self.bind(pos=self._draw, size=self._draw)

    def _draw(self, *_: object) -> None:
        self._ground.pos, self._ground.size = self.pos, self.size


class Panel(Column):
    """A column on a ground with round corners, and an edge below like a tile's."""

    def __init__(
        self,
        look: Look,
        ground: Color = PALETTE.plaster,
        edge: Color | None = PALETTE.sand_deep,
        **properties: Any,
    ) -> None:
        properties.setdefault("padding", round(look.gap * 1.5))
        super().__init__(look, **properties)
        self.radius, self._rim = look.gap * RADIUS_GAPS, 0
        radius = [self.radius]
        with self.canvas.before:
            self._edge_paint = Paint()
            self._edge = SmoothRoundedRectangle(radius=radius)
            self._ground_paint = Paint()
            self._ground = SmoothRoundedRectangle(radius=radius)
        self.paint(ground, edge)
        self.bind(pos=self._draw, size=self._draw)

    def paint(self, ground: Color, edge: Color | None, *, is_rimmed: bool = False) -> None:
        """Change the colours; without an edge the panel lies flat, `is_rimmed` has it all round."""
        self._rim = max(2, self.look.px(RIM_MM)) if is_rimmed else 0
        self._ground_paint.rgba = ground.rgba
        self._edge_paint.rgba = (edge or ground).rgba
        self._thickness = 0 if edge is None else max(1, round(self.look.gap * EDGE_GAPS))
        self._draw()

    def _draw(self, *_: object) -> None:
        rim, below = self._rim, max(self._rim, self._thickness)
        self._edge.pos, self._edge.size = self.pos, self.size
        self._ground.pos = (self.x + rim, self.y + below)
        self._ground.size = (self.width - 2 * rim, self.height - below - rim)


class Card(Panel):
    """A white panel: one thing to read or to choose."""


class Bar(Row):
    """A row over the screen's whole width: its header, its footer."""

    def __init__(self, look: Look, ground: Color = PALETTE.navy, **properties: Any) -> None:
        properties.setdefault("padding", (look.gap * 2, look.gap))
        super().__init__(look, **properties)
        with self.canvas.before:
            Paint(*ground.rgba)
            self._ground = Rectangle(pos=self.pos, size=self.size)
        self.bind(pos=self._draw, size=self._draw)

    def _draw(self, *_: object) -> None:
        self._ground.pos, self._ground.size = self.pos, self.size


class ZelligeBand(Widget):
    """A strip of stars and crosses, one or more tiles high.

    `radius` rounds its upper corners, in pixels, where it lies at the top of a card.
    """

    def __init__(
        self,
        look: Look,
        star: Color = PALETTE.gold,
        cross: Color = PALETTE.navy,
        rows: int = 1,
        radius: float = 0,
        **properties: Any,
    ) -> None:
        side = max(8, round(look.gap * TILE_GAPS))
        super().__init__(size_hint_y=None, height=side * rows, **properties)
        self._tile, self._radius = tile(side, star, cross), round(radius)
        with self.canvas:
            Paint(1, 1, 1, 1)
            self._band = Rectangle()
        self.bind(pos=self._draw, size=self._draw)

    def _draw(self, *_: object) -> None:
        self._band.pos, self._band.size = self.pos, self.size
        size = round(self.width), round(self.height)
        if min(size) > 0 and size != self._band.texture.size:
            self._band.texture = _texture(band(self._tile, size, self._radius))


def _texture(picture: Image.Image) -> Texture:
    texture = Texture.create(size=picture.size, colorfmt="rgba")
    texture.blit_buffer(picture.tobytes(), colorfmt="rgba", bufferfmt="ubyte")
    texture.flip_vertical()  # Kivy counts rows from the bottom
    return texture
