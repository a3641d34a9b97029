"""Shapes runs of characters into glyphs that stand side by side."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

import uharfbuzz as hb

from media.typography.bidi.lines import Run
from media.typography.line import UNITS, Glyph, Piece


class Source(NamedTuple):
    """Where a character of the line comes from."""

    span: int
    font: hb.Font


def shape_runs(text: str, runs: list[Run], sources: list[Source]) -> tuple[tuple[Piece, ...], int]:
    """Shape runs from left to right; give their pieces, and the width in 64ths of a pixel.

    There is a source for each character of the text.
    """
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


def _parts(run: Run, sources: list[Source]) -> list[Run]:
    """Split a run where the font or the span changes; from left to right."""
    parts = list(_logical_parts(run, sources))
    return parts[::-1] if run.level & 1 else parts


def _logical_parts(run: Run, sources: list[Source]) -> Iterator[Run]:
    start = run.start
    for _, members in groupby(sources[run.start : run.stop], key=_identity):
        stop = start + sum(1 for _ in members)
        yield Run(start, stop, run.level)
        start = stop


def _identity(source: Source) -> tuple[int, int]:
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
