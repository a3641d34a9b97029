"""Who waits for what, when nobody is called."""

from typing import NamedTuple

from kivy.uix.widget import Widget

from display.page import QueueLine, QueuePage
from display.plan import CAPTION_LINE, STRIP_SHARE, Box, Geometry
from display.screens.afar import AfarText
from display.screens.ink import Ink, ink_width
from display.wording import queue_numbers
from media.isolation import isolate
from media.look.look import Look
from media.look.theme import PALETTE
from media.look.widgets import Card, Column, Panel, Row, ZelligeBand
from media.look.widgets.text import Align, even_out
from media.texts import Texts

SMALL = 0.55
"""What the columns are, in the names' size."""

NUMBER = 0.9
"""The numbers, in the names' size."""

MOST_LINE = 2.6
"""A line's height at most, in its letters' size."""


class _Sizes(NamedTuple):
    """Font sizes, and the columns' widths that follow from them."""

    name: int
    small: int
    """What the columns are."""

    @property
    def number(self) -> float:
        """The largest that a number may be."""
        return self.name * NUMBER

    @property
    def waiting_width(self) -> float:
        """The column of those who wait: numbers, and the words over them."""
        return ink_width("00000", max(self.number, self.small * 1.5))

    @property
    def wait_width(self) -> float:
        """The column of the minutes."""
        return ink_width("00 – 000", max(self.number, self.small * 1.5))


class QueueStage(Card):
    """A line for each service: its name, how many wait, and how many minutes to expect."""

    def __init__(self, look: Look, geometry: Geometry, texts: Texts) -> None:
        super().__init__(look, padding=0, spacing=0)
        self._geometry, self._texts = geometry, texts
        self._shown: tuple[QueuePage, Box] | None = None

    def show(self, page: QueuePage, box: Box) -> None:
        """Show it in a box of this size."""
        if (page, box) == self._shown:
            return
        self._shown = page, box
        self.clear_widgets()
        look, unit = self.look.within(page.language), self._geometry.unit
        afar = self._geometry.afar
        size = self._geometry.reading(box, STRIP_SHARE)
        sizes = _Sizes(size, max(afar, round(size * SMALL)))
        self.add_widget(ZelligeBand(look, look.palette.gold, look.palette.navy, radius=self.radius))
        inside = Column(look, padding=(unit, unit / 2), spacing=unit / 2)
        inside.add_widget(self._heading(look, page, sizes))
        lines = [_Line(look, self._geometry, each, sizes) for each in page.lines]
        even_out([each.name for each in lines])
        for line in lines:
            line.size_hint_max_y = size * MOST_LINE
            inside.add_widget(line)
        inside.add_widget(Widget(size_hint_y=0.001))
        self.add_widget(inside)

    def _heading(self, look: Look, page: QueuePage, sizes: _Sizes) -> Widget:
        """Give what the columns are; and which part of how many this is."""
        small = sizes.small
        row = Row(look, size_hint_y=None, height=small * CAPTION_LINE * 2, spacing=0)
        row.padding = (self._geometry.unit, 0)
        part = isolate(f"{page.part}/{page.parts}") if page.parts > 1 else ""
        waiting = self._texts.text(page.language, "Waiting")
        wait = self._texts.text(page.language, "Wait (min)")
        columns = ((part, None), (waiting, sizes.waiting_width), (wait, sizes.wait_width))
        for words, width in columns:
            align: Align = "center" if width else "start"
            text = AfarText(
                look, self._geometry, words, color=PALETTE.slate, font_size=small, align=align
            )
            if width:
                text.size_hint_x, text.width = None, width
            row.add_widget(text)
        return row


class _Line(Panel):
    """One service."""

    def __init__(self, look: Look, geometry: Geometry, line: QueueLine, sizes: _Sizes) -> None:
        super().__init__(look, PALETTE.sand, None, padding=(geometry.unit, 0), spacing=0)
        self.name = AfarText(
            look,
            geometry,
            line.name,
            color=look.palette.navy,
            bold=True,
            font_size=sizes.name,
            lines=2,
        )
        row = Row(look, spacing=0)
        row.add_widget(self.name)
        waiting, wait = queue_numbers(line)
        row.add_widget(_number(look, waiting, sizes.number, sizes.waiting_width))
        row.add_widget(_number(look, wait, sizes.number, sizes.wait_width))
        self.add_widget(row)


def _number(look: Look, text: str, size: float, width: float) -> Ink:
    return Ink(text, look.palette.green, largest=size, size_hint_x=None, width=width)
