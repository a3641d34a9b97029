"""What a set line is made of."""

from dataclasses import dataclass
from typing import NamedTuple

import uharfbuzz as hb

UNITS = 64
"""HarfBuzz positions are in 64ths of a pixel."""


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
        inks = [
            (glyph.y, ink_of(glyph.font, glyph.number))
            for piece in self.pieces
            for glyph in piece.glyphs
        ]
        tops = [y + top for y, (top, _) in inks]
        bottoms = [y + bottom for y, (_, bottom) in inks]
        return max(tops, default=0) / UNITS, min(bottoms, default=0) / UNITS

    @property
    def height(self) -> int:
        """Ascent and descent together."""
        return self.ascent + self.descent


def ink_of(font: hb.Font, glyph: int) -> tuple[int, int]:
    """Give the top and the bottom of a glyph's ink, in 64ths of a pixel up from the base line."""
    extents = font.get_glyph_extents(glyph)
    return extents.y_bearing, extents.y_bearing + extents.height
