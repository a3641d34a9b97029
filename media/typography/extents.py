"""Measures pieces of lines without setting them.

Where Kivy breaks a text into lines it measures every beginning of each line, and a text that
is fitted into a box does so in many sizes. Letters neither join nor kern across a space: so
words are measured once, and their widths added.
"""

import re
from collections.abc import Callable
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
    """A word, spaces between words, or a line's beginning; lengths in 64ths of a pixel."""

    width: int
    above: int
    below: int
    top: int
    bottom: int
    """Of its ink, up from the base line."""

    font: int
    """That of its last character, in the style's chain: what follows may keep to it."""


_Words = dict[tuple[str, int], _Word]
"""By what is written, and the font that what stands before it is in."""


class _Known(NamedTuple):
    """The words known of a style; `new` ones may be kept by themselves."""

    style: Style
    base: int
    old: _Words
    new: _Words


class Extents:
    """Knows the widths of words in each style."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces
        self._words: dict[tuple[Style, int], _Words] = {}
        self._aside: dict[tuple[Style, int], _Words] | None = None
        self._count = 0

    def of(self, text: str, style: Style, base: int) -> Extent:
        """Give the room that a text takes in one line of base level 0 or 1."""
        whole = self._after(self._nothing(style), text, self._known(style, base))
        ascent, descent = ceil(whole.above / UNITS), ceil(whole.below / UNITS)
        hang = overhang((whole.top, whole.bottom), ascent, descent)
        return Extent(ceil(whole.width / UNITS), ascent + descent, hang)

    def beginnings(self, style: Style, base: int) -> Callable[[str], tuple[int, int]]:
        """Give what tells width and height of a line's beginnings, asked for one after another.

        Each goes on where the one before it ended, when that was the end of a word.
        """
        known, nothing = self._known(style, base), self._nothing(style)
        before, measured = "", nothing

        def size(text: str) -> tuple[int, int]:
            nonlocal before, measured
            end = len(before)
            if text.startswith(before) and text[end : end + 1] in {"", " "}:
                measured = self._after(measured, text[end:], known)
            else:
                measured = self._after(nothing, text, known)
            before = text
            height = ceil(measured.above / UNITS) + ceil(measured.below / UNITS)
            return ceil(measured.width / UNITS), height

        return size

    def _nothing(self, style: Style) -> _Word:
        above, below = self._faces.style_reach(style)
        return _Word(0, above, below, 0, 0, 0)

    def _after(self, line: _Word, text: str, known: _Known) -> _Word:
        """Give a line's beginning with the text that goes on behind it."""
        width, above, below, top, bottom, font = line
        for word in _WORDS.findall(text):
            key = word, font
            found = known.old.get(key) or known.new.get(key) or self._learnt(known, key)
            width += found.width
            above, below = max(above, found.above), max(below, found.below)
            top, bottom = max(top, found.top), min(bottom, found.bottom)
            font = found.font
        return _Word(width, above, below, top, bottom, font)

    def keep_aside(self) -> None:
        """Keep what is new by itself from now on."""
        self._aside = {} if self._aside is None else self._aside

    def forget_aside(self) -> None:
        """Forget what was kept by itself, and remember what is new again."""
        self._aside = None

    def _known(self, style: Style, base: int) -> _Known:
        old = self._words.setdefault((style, base), {})
        new = old if self._aside is None else self._aside.setdefault((style, base), {})
        return _Known(style, base, old, new)

    def _learnt(self, known: _Known, key: tuple[str, int]) -> _Word:
        if self._aside is None:
            self._make_room()
        found = known.new[key] = self._measured(*key, known.style, known.base)
        return found

    def _make_room(self) -> None:
        if self._count >= REMEMBERED_WORDS:
            for words in self._words.values():
                words.clear()
            self._count = 0
        self._count += 1

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
