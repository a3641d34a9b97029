"""Measures pieces of lines without setting them.

Where Kivy breaks a text into lines it measures every beginning of each line, and a text that
is fitted into a box does so in many sizes. Letters neither join nor kern across a space: so
words are measured once, and their widths added.
"""

import re
from math import ceil
from typing import NamedTuple

from media.typography.bidi.lines import line_levels, visual_runs
from media.typography.bidi.paragraph import paragraph_levels
from media.typography.faces import Faces, pick_fonts
from media.typography.line import UNITS, Extent, Style, ink_of_pieces, overhang
from media.typography.shaping import Source, shape_runs

REMEMBERED_WORDS = 50_000
"""In all styles together; then all are forgotten."""

_WORDS = re.compile(" +|[^ ]+")


class _Word(NamedTuple):
    """A word, or spaces between words; lengths in 64ths of a pixel."""

    width: int
    above: int
    below: int
    top: int
    bottom: int
    """Of its ink, up from the base line."""

    font: int
    """That of its last character, in the style's chain: what follows may keep to it."""


_Known = dict[tuple[str, int], _Word]
_Words = dict[tuple[Style, int], _Known]


class Extents:
    """Knows the widths of words in each style."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces
        self._words: _Words = {}
        self._aside: _Words | None = None
        self._count = 0

    def of(self, text: str, style: Style, base: int) -> Extent:
        """Give the room that a text takes in one line of base level 0 or 1."""
        known = self._words.setdefault((style, base), {})
        above, below = self._faces.style_reach(style)
        width = font = top = bottom = 0
        for word in _WORDS.findall(text):
            found = known.get((word, font)) or self._learnt(known, word, font, (style, base))
            width += found.width
            above, below = max(above, found.above), max(below, found.below)
            top, bottom = max(top, found.top), min(bottom, found.bottom)
            font = found.font
        ascent, descent = ceil(above / UNITS), ceil(below / UNITS)
        hang = overhang((top, bottom), ascent, descent)
        return Extent(ceil(width / UNITS), ascent + descent, hang)

    def keep_aside(self) -> None:
        """Keep what is new by itself from now on."""
        self._aside = {} if self._aside is None else self._aside

    def forget_aside(self) -> None:
        """Forget what was kept by itself, and remember what is new again."""
        self._aside = None

    def _learnt(self, known: _Known, word: str, font: int, kind: tuple[Style, int]) -> _Word:
        if self._aside is not None:
            apart = self._aside.setdefault(kind, {})
            if (word, font) not in apart:
                apart[word, font] = self._measured(word, font, *kind)
            return apart[word, font]
        if self._count >= REMEMBERED_WORDS:
            self._words, self._count = {}, 0
        self._count += 1
        found = known[word, font] = self._measured(word, font, *kind)
        return found

    def _measured(self, word: str, font: int, style: Style, base: int) -> _Word:
        chain = self._faces.chain(style)
        picked = pick_fonts(word, chain, font)
        runs = visual_runs(line_levels(word, paragraph_levels(word, base), base))
        pieces, width = shape_runs(word, runs, [Source(0, chain[at]) for at in picked])
        if style.is_low:
            return _Word(width, 0, 0, *ink_of_pieces(pieces), picked[-1])
        reaches = [self._faces.reach(chain[at]) for at in set(picked)]
        return _Word(
            width,
            max(above for above, _ in reaches),
            max(below for _, below in reaches),
            *ink_of_pieces(pieces),
            picked[-1],
        )
