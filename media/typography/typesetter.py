"""Sets lines: bidi order, font fallback, shaping. Every line set is remembered a while."""

from collections.abc import Callable, Sequence
from math import ceil

from media.typography.bidi.lines import line_levels, visual_runs
from media.typography.bidi.paragraph import paragraph_levels
from media.typography.extents import Extents
from media.typography.faces import Faces, pick_fonts
from media.typography.fonts import FontSet
from media.typography.line import UNITS, Extent, Line, Span, Style
from media.typography.remembered import Remembered
from media.typography.shaping import Source, shape_runs

REMEMBERED_LINES = 500


class Typesetter:
    """Shapes lines of spans, in any mixture of scripts."""

    def __init__(self, fonts: FontSet, remembered: int = REMEMBERED_LINES) -> None:
        self._faces = Faces(fonts)
        self._extents = Extents(self._faces)
        self._lines: Remembered[Line] = Remembered(remembered)

    def line(self, spans: tuple[Span, ...], base: int, levels: Sequence[int] | None = None) -> Line:
        """Set one line of a paragraph of base level 0 or 1.

        `levels` are the paragraph's levels for this line; without them the line is
        taken as a paragraph of its own.
        """
        key = (spans, base, None if levels is None else bytes(levels))
        return self._lines.of(key, lambda: self._set(spans, base, levels))

    def extent(self, text: str, style: Style, base: int) -> Extent:
        """Give the room that a piece of a line takes, without setting it."""
        return self._extents.of(text, style, base)

    def beginnings(self, style: Style, base: int) -> Callable[[str], tuple[int, int]]:
        """Give what tells width and height of a line's beginnings, asked for one after another."""
        return self._extents.beginnings(style, base)

    def keep_aside(self) -> None:
        """Remember what is set from now on only until `forget_aside`."""
        self._lines.keep_aside()
        self._extents.keep_aside()

    def forget_aside(self) -> None:
        """Forget what was set since `keep_aside`."""
        self._lines.forget_aside()
        self._extents.forget_aside()

    def _set(self, spans: tuple[Span, ...], base: int, levels: Sequence[int] | None) -> Line:
        text = "".join(span.text for span in spans)
        if levels is None:
            levels = paragraph_levels(text, base)
        runs = visual_runs(line_levels(text, levels, base))
        sources = self._sources(spans)
        pieces, width = shape_runs(text, runs, sources)
        ascent, descent = self._height(spans, sources)
        return Line(pieces, ceil(width / UNITS), ascent, descent)

    def _sources(self, spans: tuple[Span, ...]) -> list[Source]:
        found: list[Source] = []
        for number, span in enumerate(spans):
            chain = self._faces.chain(span.style)
            found += [Source(number, chain[at]) for at in pick_fonts(span.text, chain)]
        return found

    def _height(self, spans: tuple[Span, ...], sources: list[Source]) -> tuple[int, int]:
        reaches = [self._faces.style_reach(span.style) for span in spans]
        fonts = {id(source.font): source.font for source in sources}.values()
        if not all(span.style.is_low for span in spans):
            reaches += [self._faces.reach(font) for font in fonts]
        ascent = max(above for above, _ in reaches)
        descent = max(below for _, below in reaches)
        return ceil(ascent / UNITS), ceil(descent / UNITS)
