"""Draws shaped lines to RGBA pixels (straight alpha, as Kivy's textures want them)."""

from collections.abc import Iterable, Sequence

import uharfbuzz as hb

from media.typography.line import UNITS, Glyph

Color = tuple[float, ...]

_ANY = bytes([0, *[255] * 255])


class Raster:
    """A picture of some text: one layer a colour, later colours over earlier ones."""

    def __init__(self, width: int, height: int) -> None:
        self._width, self._height = width, height
        self._layers: dict[Color, hb.RasterDraw] = {}

    def put(
        self, glyphs: Iterable[Glyph], x: float, base_line: float, color: Sequence[float]
    ) -> None:
        """Draw glyphs with their origin at `x` from the left, `base_line` from the top."""
        layer = self._layer(tuple(color))
        for glyph in glyphs:
            layer.transform = (1, 0, 0, -1, x * UNITS + glyph.x, base_line * UNITS - glyph.y)
            layer.draw_glyph(glyph.font, glyph.number)

    def _layer(self, color: Color) -> hb.RasterDraw:
        if color not in self._layers:
            layer = self._layers[color] = hb.RasterDraw()
            layer.scale_factor = (UNITS, UNITS)
            layer.extents = hb.RasterExtents(0, 0, self._width, self._height, self._width)
        return self._layers[color]

    def pixels(self) -> bytes:
        """Give the picture's bytes, top row first, and forget it."""
        picture = bytearray(self._width * self._height * 4)
        for number, (color, layer) in enumerate(self._layers.items()):
            red, green, blue, alpha = (round(max(0, min(1, value)) * 255) for value in color)
            cover = _faded(layer.render().buffer, alpha)
            paint = _fill if number == 0 else _cover
            paint(picture, (red, green, blue), cover)
        self._layers = {}
        return bytes(picture)


def _faded(cover: bytes, alpha: int) -> bytes:
    if alpha == 255:
        return cover
    return cover.translate(bytes(value * alpha // 255 for value in range(256)))


def _fill(picture: bytearray, color: tuple[int, int, int], cover: bytes) -> None:
    picture[:] = bytes((*color, 0)) * len(cover)
    picture[3::4] = cover


def _cover(picture: bytearray, color: tuple[int, int, int], cover: bytes) -> None:
    """Replace the pixels that `cover` touches; whole planes at once, as big numbers."""
    mask = int.from_bytes(cover.translate(_ANY), "big")
    planes = [*(bytes((value,)) * len(cover) for value in color), cover]
    for channel, plane in enumerate(planes):
        below = int.from_bytes(picture[channel::4], "big") & ~mask
        above = int.from_bytes(plane, "big") & mask
        picture[channel::4] = (below | above).to_bytes(len(cover), "big")
