"""What a set line is made of."""

from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

import uharfbuzz as hb

UNITS = 64
"""HarfBuzz positions are in 64ths of a pixel."""

CLEAR = UNITS + 1
"""Free at each edge of a picture: a pixel, and what HarfBuzz rounds off the ink."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a span of text is set."""

    font: str
    """The path of its file."""

    size: int
    """In pixels."""

    is_bold: bool = False
    is_low: bool = False
    """Whether its lines may follow close upon one another: none holds Arabic, whose dots hang
    deep and whose marks stand high."""


class Span(NamedTuple):
    """A stretch of a line in one style."""

    text: str
    style: Style


class Glyph(NamedTuple):
    """A shaped glyph; x from the line's left end, y up from its base line, in 64ths of a pixel."""

    font: hb.Font
    number: int
    x: int
    y: int


class Extent(NamedTuple):
    """How much room a piece of a line takes, in pixels."""

    width: int
    height: int
    overhang: int
    """What it needs above and below that height for all its ink, as `overhang` tells."""


class Piece(NamedTuple):
    """Glyphs of one span that stand together; a span may have several in mixed lines."""

    span: int
    glyphs: tuple[Glyph, ...]
    left: float
    right: float
    """In pixels from the line's left end."""


@dataclass(frozen=True, slots=True)
class Line:
    """A shaped line, its pieces from left to right; sizes in pixels."""

    pieces: tuple[Piece, ...]
    width: int
    ascent: int
    descent: int

    @property
    def ink(self) -> tuple[float, float]:
        """The top and the bottom of what is drawn, in pixels up from the base line."""
        top, bottom = ink_of_pieces(self.pieces)
        return top / UNITS, bottom / UNITS

    @property
    def extent(self) -> Extent:
        """The room that it takes."""
        hang = overhang(ink_of_pieces(self.pieces), self.ascent, self.descent)
        return Extent(self.width, self.height, hang)

    @property
    def height(self) -> int:
        """Ascent and descent together."""
        return self.ascent + self.descent


def overhang(ink: tuple[int, int], ascent: int, descent: int) -> int:
    """Give the pixels by which a line's ink, 64ths of a pixel up from the base line, passes it.

    They are as many as its picture needs above and below, the same on both sides: so what is in
    the middle stays there.
    """
    top, bottom = ink
    above, below = (ceil((CLEAR + reach) / UNITS) for reach in (top, -bottom))
    return max(0, above - ascent, below - descent)


def ink_of_pieces(pieces: tuple[Piece, ...]) -> tuple[int, int]:
    """Give the top and the bottom of all ink, in 64ths of a pixel up from the base line.

    A line of spaces has none: both are 0.
    """
    inks = [
        (glyph.y, ink_of(glyph.font, glyph.number)) for piece in pieces for glyph in piece.glyphs
    ]
    tops = [y + top for y, (top, _) in inks]
    bottoms = [y + bottom for y, (_, bottom) in inks]
    return max(tops, default=0), min(bottoms, default=0)


def ink_of(font: hb.Font, glyph: int) -> tuple[int, int]:
    """Give the top and the bottom of a glyph's ink, in 64ths of a pixel up from the base line."""
    extents = font.get_glyph_extents(glyph)
    return extents.y_bearing, extents.y_bearing + extents.height
