"""Sets lines: bidi order, font fallback, shaping. Every line set is remembered a while."""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from itertools import groupby
from math import ceil
from typing import Any, NamedTuple

import uharfbuzz as hb

from media.typography.bidi.lines import Run, line_levels, visual_runs
from media.typography.bidi.paragraph import paragraph_levels
from media.typography.faces import Faces, pick_fonts
from media.typography.fonts import FontSet
from media.typography.line import UNITS, Glyph, Line, Piece, Span

REMEMBERED_LINES = 2000


class _Source(NamedTuple):
    """Where a character of the line comes from."""

    span: int
    font: hb.Font


class Typesetter:
    """Shapes lines of spans, in any mixture of scripts."""

    def __init__(self, fonts: FontSet, remembered: int = REMEMBERED_LINES) -> None:
        self._faces = Faces(fonts)
        self._remembered = remembered
        self._lines: OrderedDict[tuple[Any, ...], Line] = OrderedDict()

    def line(self, spans: tuple[Span, ...], base: int, levels: Sequence[int] | None = None) -> Line:
        """Set one line of a paragraph of base level 0 or 1.

        `levels` are the paragraph's levels for this line; without them the line is
        taken as a paragraph of its own.
        """
        key = (spans, base, None if levels is None else bytes(levels))
        if key in self._lines:
            self._lines.move_to_end(key)
            return self._lines[key]
        found = self._lines[key] = self._set(spans, base, levels)
        if len(self._lines) > self._remembered:
            self._lines.popitem(last=False)
        return found

    def _set(self, spans: tuple[Span, ...], base: int, levels: Sequence[int] | None) -> Line:
        text = "".join(span.text for span in spans)
        if levels is None:
            levels = paragraph_levels(text, base)
        runs = visual_runs(line_levels(text, levels, base))
        sources = self._sources(spans)
        pieces, width = _shape_runs(text, runs, sources)
        ascent, descent = self._height(spans, sources)
        return Line(pieces, ceil(width / UNITS), ascent, descent)

    def _sources(self, spans: tuple[Span, ...]) -> list[_Source]:
        found: list[_Source] = []
        for number, span in enumerate(spans):
            chain = self._faces.chain(span.style)
            found += [_Source(number, chain[at]) for at in pick_fonts(span.text, chain)]
        return found

    def _height(self, spans: tuple[Span, ...], sources: list[_Source]) -> tuple[int, int]:
        reaches = [self._faces.style_reach(span.style) for span in spans]
        fonts = {id(source.font): source.font for source in sources}.values()
        if not all(span.style.is_low for span in spans):
            reaches += [self._faces.reach(font) for font in fonts]
        ascent = max(above for above, _ in reaches)
        descent = max(below for _, below in reaches)
        return ceil(ascent / UNITS), ceil(descent / UNITS)


def _shape_runs(
    text: str, runs: list[Run], sources: list[_Source]
) -> tuple[tuple[Piece, ...], int]:
    pieces: list[Piece] = []
    codes = [ord(character) for character in text]
    x = 0
    for run in runs:
        for part in _parts(run, sources):
            source = sources[part.start]
            glyphs, end = _shape(codes, part, source.font, x)
            pieces.append(Piece(source.span, glyphs, x / UNITS, end / UNITS))
            x = end
    return tuple(pieces), x


def _parts(run: Run, sources: list[_Source]) -> list[Run]:
    """Split a run where the font or the span changes; from left to right."""
    parts = list(_logical_parts(run, sources))
    return parts[::-1] if run.level & 1 else parts


def _logical_parts(run: Run, sources: list[_Source]) -> Iterator[Run]:
    start = run.start
    for _, members in groupby(sources[run.start : run.stop], key=_identity):
        stop = start + sum(1 for _ in members)
        yield Run(start, stop, run.level)
        start = stop


def _identity(source: _Source) -> tuple[int, int]:
    return source.span, id(source.font)


def _shape(codes: list[int], part: Run, font: hb.Font, x: int) -> tuple[tuple[Glyph, ...], int]:
    buffer = hb.Buffer()
    # The whole line is given as context: letters join across spans.
    buffer.add_codepoints(codes, part.start, part.stop - part.start)
    buffer.guess_segment_properties()
    buffer.language = "und"  # not the machine's locale: every machine draws the same
    buffer.direction = "rtl" if part.level & 1 else "ltr"
    hb.shape(font, buffer)
    glyphs: list[Glyph] = []
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        glyphs.append(Glyph(font, info.codepoint, x + position.x_offset, position.y_offset))
        x += position.x_advance
    return tuple(glyphs), x
