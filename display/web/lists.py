"""Draws the lists of tickets: those that were called, get ready, were missed."""

from math import ceil

from display.plan import CAPTION_LINE, Box, Geometry
from display.scene import Line
from display.web.drawing import Row, Rows
from display.web.lettering import Lettering
from display.wording import MISSED, MISSED_IN_SHORT, named, way_pictogram
from media.look.pictograms import glyph
from media.texts import Texts
from wire.messages import Ready

MISSED_WIDTH = 3.3
"""A ticket that was missed, in its size."""

READY_WIDTH = 4.95
"""A ticket that gets ready, its arrow and its counter, in their size."""


class Lists:
    """The lists of one screen."""

    def __init__(self, geometry: Geometry, lettering: Lettering, texts: Texts) -> None:
        self._geometry, self._lettering, self._texts = geometry, lettering, texts

    def ready_capacity(self) -> int:
        """Return how many fit the row of those who get ready."""
        unit, size = self._geometry.unit, self._geometry.ready_size
        return max(1, self._foot_room("Get ready", READY_WIDTH * size + 1.5 * unit))

    def missed_capacity(self) -> int:
        """Return how many of those who were missed fit that row."""
        unit, size = self._geometry.unit, self._geometry.ready_size
        return max(1, self._foot_room(self._missed_words, MISSED_WIDTH * size + 1.5 * unit))

    @property
    def _missed_words(self) -> str:
        width = MISSED_WIDTH * self._geometry.ready_size + 1.5 * self._geometry.unit
        return MISSED if self._foot_room(MISSED, width) >= 1 else MISSED_IN_SHORT

    def _foot_room(self, words: str, each_width: float) -> int:
        unit = self._geometry.unit
        captions = self._lettering.texts(named(self._texts, words))
        widths = [self._lettering.width(each, self._geometry.afar) for each in captions]
        is_portrait = self._geometry.screen.is_portrait
        caption = max(widths) if is_portrait else sum(widths) + 3 * self._geometry.afar
        free = self._geometry.screen.width_px - 4 * unit - caption
        return int(free // each_width)

    def lines(self, lines: tuple[Line, ...], box: Box) -> Rows:
        """Draw who was called last, in as many slots as the box has."""
        captions = ("Ticket", "Counter")
        return Rows(
            area=self._lettering.area(box),
            captions=tuple(self._lettering.texts(named(self._texts, each)) for each in captions),
            caption_size=self._geometry.captions_size(box),
            caption_height=self._geometry.captions_height(box),
            is_in_lines=not self._geometry.screen.is_portrait,
            rows=tuple(map(_row, lines)),
            slots=self._geometry.slots(box, len(lines)),
            size=self._geometry.line_size(box),
            arrow=self._lettering.arrow,
        )

    def ready(self, ready: tuple[Ready, ...], box: Box) -> Rows:
        """Draw who gets ready, and for which counter."""
        rows = (Row(each.ticket, str(each.counter), is_called=False) for each in ready)
        return self._foot("Get ready", tuple(rows), box)

    def missed(self, missed: tuple[str, ...], box: Box) -> Rows:
        """Draw who was missed and may come back."""
        rows = (Row(each, "", is_called=False) for each in missed)
        return self._foot(self._missed_words, tuple(rows), box)

    def _foot(self, words: str, rows: tuple[Row, ...], box: Box) -> Rows:
        size = self._geometry.afar
        return Rows(
            area=self._lettering.area(box),
            captions=(self._lettering.texts(named(self._texts, words)),),
            caption_size=size,
            caption_height=ceil(size * CAPTION_LINE),
            is_in_lines=self._geometry.screen.is_portrait,
            rows=rows,
            slots=len(rows),
            size=self._geometry.ready_size,
            arrow=self._lettering.arrow,
        )


def _row(line: Line) -> Row:
    way = glyph(way_pictogram(line.way)) if line.way else ""
    return Row(line.ticket, str(line.counter), line.is_called, way, line.way == "right")
