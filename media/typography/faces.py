"""The faces that HarfBuzz shapes with, opened once, sized on demand."""

from pathlib import Path

import uharfbuzz as hb

from media.typography.bidi.classes import ISOLATE_INITIATORS, REMOVED, bidi_class
from media.typography.fonts import FontFile, FontSet
from media.typography.line import CLEAR, UNITS, Style, ink_of

_DEEPEST = (0x064A, 0xFEF2, 0x062C)
"""Yeh, final yeh, jeem."""

_TALLEST_LATIN = (0x00C9, 0x00C2)
"""E with acute, A with circumflex."""

_DEEPEST_LATIN = (0x0067, 0x00E7, 0x0051)
"""g, c with cedilla, Q."""

_LATIN_AIR = 0.04
"""Above and below a line of Latin or Tifinagh, in its size: with it the lines of IBM Plex Sans
Arabic are 1.27 sizes apart, as printers set them; the font's own 1.5 are for Arabic."""

_INVISIBLE = ISOLATE_INITIATORS | REMOVED | {"PDI"}
_CLINGING = frozenset({"NSM", "CS", "ON", "ES", "ET", "WS"})
"""Marks, spaces and punctuation keep to the font of the character before them."""


class Faces:
    """The font chain of each style."""

    def __init__(self, fonts: FontSet) -> None:
        self._fallbacks = {False: fonts.fallbacks, True: fonts.bold_fallbacks}
        self._faces: dict[str, hb.Face] = {}
        self._sized: dict[tuple[FontFile, int], hb.Font] = {}
        self._reaches: dict[int, tuple[int, int]] = {}
        self._style_reaches: dict[Style, tuple[int, int]] = {}
        self._chains: dict[Style, tuple[hb.Font, ...]] = {}

    def chain(self, style: Style) -> tuple[hb.Font, ...]:
        """Give the fonts of a style: its own, then the fallbacks."""
        if style not in self._chains:
            files = (FontFile(Path(style.font)), *self._fallbacks[style.is_bold])
            self._chains[style] = tuple(self._font(file, style.size) for file in files)
        return self._chains[style]

    def reach(self, font: hb.Font) -> tuple[int, int]:
        """Give `reach_of` a font, remembered."""
        if id(font) not in self._reaches:
            self._reaches[id(font)] = reach_of(font)
        return self._reaches[id(font)]

    def style_reach(self, style: Style) -> tuple[int, int]:
        """Give how far a line of a style goes above and below its base line, as `reach_of` does."""
        if style not in self._style_reaches:
            font = self.chain(style)[0]
            self._style_reaches[style] = low_reach_of(font) if style.is_low else self.reach(font)
        return self._style_reaches[style]

    def _font(self, file: FontFile, size: int) -> hb.Font:
        if (file, size) not in self._sized:
            self._sized[file, size] = self._opened(file, size)
        return self._sized[file, size]

    def _opened(self, file: FontFile, size: int) -> hb.Font:
        path = str(file.path)
        if path not in self._faces:
            self._faces[path] = hb.Face(hb.Blob.from_file_path(path))
        font = hb.Font(self._faces[path])
        font.scale = (size * UNITS, size * UNITS)
        if file.embolden:
            font.synthetic_bold = (file.embolden, file.embolden, False)
        return font


def reach_of(font: hb.Font) -> tuple[int, int]:
    """Give how far a line of a font goes above and below its base line, in 64ths of a pixel.

    The font's own figures, or its deepest letter and a free pixel where that goes deeper: the dots
    of a final yeh hang below the descender of IBM Plex Sans Arabic. After some letters a yeh hangs
    deeper still, and marks below it: these are not in every line (see `overhang` of `line`).
    """
    extents = font.get_font_extents("ltr")
    ink = [ink_of(font, glyph) for glyph in map(font.get_nominal_glyph, _DEEPEST) if glyph]
    deepest = (CLEAR - bottom for _, bottom in ink)
    return extents.ascender, max([-extents.descender, *deepest])


def low_reach_of(font: hb.Font) -> tuple[int, int]:
    """Give `reach_of` a font where it draws no Arabic: its highest and its deepest Latin letter.

    A font without Latin letters has its own figures.
    """
    inks = [
        [ink_of(font, glyph) for glyph in map(font.get_nominal_glyph, letters) if glyph]
        for letters in (_TALLEST_LATIN, _DEEPEST_LATIN)
    ]
    if not all(inks):
        return reach_of(font)
    tall, deep = inks
    air = round(_LATIN_AIR * font.scale[1])
    return max(top for top, _ in tall) + air, max(-bottom for _, bottom in deep) + air


def pick_fonts(text: str, chain: tuple[hb.Font, ...], before: int = 0) -> list[int]:
    """Choose for each character the first font of the chain that has it.

    `before` is the font of the character before the text, to which a mark or a space may keep.
    """
    picked: list[int] = []
    current = before
    for character in text:
        current = _pick(character, chain, current)
        picked.append(current)
    return picked


def _pick(character: str, chain: tuple[hb.Font, ...], current: int) -> int:
    name, code = bidi_class(character), ord(character)
    if name in _INVISIBLE:
        return current
    if name in _CLINGING and chain[current].get_nominal_glyph(code):
        return current
    having = (at for at, font in enumerate(chain) if font.get_nominal_glyph(code))
    return next(having, current)
