"""The call that the whole hall must see."""

from math import inf
from typing import NamedTuple

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from display.plan import CAPTION_LINE, Box, Geometry
from display.scene import NOWHERE, LargeCall
from display.screens.afar import AfarText
from display.screens.caption import Captions
from display.screens.ink import Ink, fitting_size, ink_width
from display.wording import place_of, way_pictogram
from media.isolation import isolate, plain
from media.look.look import Look
from media.look.screen import CAPITAL_HEIGHT
from media.look.theme import PALETTE, Color
from media.look.widgets import Column, Panel, Pictogram, Row
from media.pack.model import Way
from media.texts import Texts

WIDE = 2.0
"""From this many heights of width on, ticket and counter stand side by side."""

CAPTION_SHARE = 0.09
"""A caption's font size, in the stage's shorter side: a quarter of the ticket's or less."""

TICKET_SHARE = 0.58
"""What the ticket takes of the stage's height."""

TICKET_SHARE_ACROSS = 0.65
"""What it takes of the stage's width when they stand side by side."""

WIDTH_FILL = 0.97
"""What a number may take of its room's width."""

PLACE_SIZE = 0.7
"""The counter's floor or room, in the captions' size."""

SIGN_FILL = 0.9
"""What the counter's number may take of its sign's height."""


class Room(NamedTuple):
    """What a number and its caption may take, in pixels."""

    width: float
    height: float


class CallStage(Panel):
    """A ticket, an arrow, a counter."""

    def __init__(self, look: Look, geometry: Geometry, texts: Texts) -> None:
        self._unit, self._afar = geometry.unit, geometry.afar
        super().__init__(
            look, look.palette.green, look.palette.green_deep, padding=self._unit, spacing=0
        )
        self._captions = Captions(look, geometry, texts)
        self._shown: object = None
        self._direction = NOWHERE
        self.ticket, self.counter = Ink(), Ink(color=look.palette.green_deep)

    def show(self, call: LargeCall, box: Box) -> None:
        """Show the call in a box of this size.

        A flash is a change of the ground, never of the numbers.
        """
        ground, edge = (
            (self.look.palette.green_deep, self.look.palette.gold)
            if call.is_bright
            else (self.look.palette.green, self.look.palette.green_deep)
        )
        self.paint(ground, edge)
        shown = (call.ticket, call.counter, call.direction, box)
        if self._shown != shown:
            self._shown, self._direction = shown, call.direction
            self._fill(call, box.inset(self._unit))

    def _fill(self, call: LargeCall, inner: Box) -> None:
        self.clear_widgets()
        self.ticket = Ink(call.ticket)
        self.counter = Ink(str(call.counter), self.look.palette.green_deep)
        size = round(min(inner.width, inner.height) * CAPTION_SHARE)
        is_wide = inner.width >= WIDE * inner.height
        fill = self._side_by_side if is_wide else self._one_above_the_other
        self.add_widget(fill(inner, size))

    def _one_above_the_other(self, inner: Box, size: int) -> BoxLayout:
        column = Column(self.look, spacing=self._unit)
        names = self._captions.make("Counter", size, self.look.palette.green_deep, "\n")
        least = names.needed_height(inner.width) + 2 * self._unit + 2
        share = (inner.height - self._unit) * TICKET_SHARE
        place = self._place(size, inner.width - 4 * self._unit)
        below = place.height if place else 0
        height = round(min(share, inner.height - self._unit - least - below))
        caption = self._captions.make("Ticket", size, PALETTE.sand)
        ticket = self._named(caption, self.ticket, Room(inner.width, height))
        ticket.size_hint_y, ticket.height = None, height
        column.add_widget(ticket)
        room = Room(inner.width - 2 * self._unit, inner.height - height - 3 * self._unit - below)
        column.add_widget(self._sign(self._counter_row(names, room, size), place))
        return column

    def _side_by_side(self, inner: Box, size: int) -> BoxLayout:
        row = Row(self.look, spacing=self._unit)
        arrow = self._between(size * 2)
        width = round((inner.width - 2 * self._unit - arrow.width) * TICKET_SHARE_ACROSS)
        caption = self._captions.make("Ticket", size, PALETTE.sand, "\n")
        ticket = self._named(caption, self.ticket, Room(width, inner.height))
        ticket.size_hint_x, ticket.width = None, width
        lower = (caption.height + self._unit) / 2  # so far is a number below its room's middle
        arrow.size_hint_y, arrow.pos_hint = None, {"center_y": 0.5 - lower / inner.height}
        left = inner.width - width - arrow.width - 4 * self._unit
        parts: tuple[Widget | None, ...] = (self._way(size * 2), self._place(size, left))
        below = [each for each in parts if each is not None]
        height = inner.height - 2 * self._unit - sum(each.height for each in below)
        caption = self._captions.make("Counter", size, self.look.palette.green_deep, "\n")
        named = self._named(caption, self.counter, Room(left, height))
        for widget in (ticket, arrow, self._sign(named, *below)):
            row.add_widget(widget)
        return row

    def _sign(self, content: BoxLayout, *below: Widget | None) -> Panel:
        sign = Panel(self.look, PALETTE.plaster, None, padding=self._unit, spacing=0)
        for each in (content, *filter(None, below)):
            sign.add_widget(each)
        return sign

    def _place(self, size: int, width: float) -> AfarText | None:
        """Give the counter's floor or room; nothing where it is not told.

        Its languages share a line, where that is not too long.
        """
        words = [isolate(each.text) for each in place_of(self._direction)]
        if not words:
            return None
        size = max(round(size * PLACE_SIZE), self._afar)
        is_short = ink_width(plain(" · ".join(words)), size) <= width
        lines, between = (1, " · ") if is_short else (len(words), "\n")
        place = self._captions.write(
            between.join(words), size, self.look.palette.green_deep, lines=lines
        )
        place.size_hint_y, place.height = None, lines * self._place_line(size)
        return place

    def _place_line(self, size: int) -> int:
        return round(max(size, self._afar) * CAPTION_LINE)

    def _way(self, size: int) -> Pictogram | None:
        """Give the arrow to the counter, in a row of its own."""
        if self._direction.way is None:
            return None
        arrow = Pictogram(
            self.look, way_pictogram(self._direction.way), size, self.look.palette.green
        )
        arrow.size_hint = (1, None)
        return arrow

    def _between(self, size: int) -> Widget:
        """Give the arrow from the ticket to its counter, unless another shows the way there."""
        if self._direction.way is not None:
            return Widget(size_hint_x=None, width=0, height=0)
        return self._arrow(size, PALETTE.plaster)

    def _named(self, caption: AfarText, number: Ink, room: Room) -> BoxLayout:
        """Give a number right below its caption, both in the middle of their room."""
        height = round(caption.largest * CAPTION_LINE * caption.lines)
        caption.size_hint_y, caption.height = None, height
        free = room.height - height - 2 * self._unit
        self._enlarge(number, Room(room.width * WIDTH_FILL, free))
        column = Column(self.look, spacing=self._unit)
        for widget in (Widget(), caption, number, Widget()):
            column.add_widget(widget)
        return column

    def _counter_row(self, caption: AfarText, room: Room, size: int) -> BoxLayout:
        """Give the caption, the arrow and the number close together, in the middle."""
        between = self._unit * 1.3
        names = plain(caption.text).split("\n")
        caption.size_hint_x, caption.width = (
            None,
            max(ink_width(name, caption.largest) for name in names),
        )
        arrow = self._arrow(round(size * 1.6), self.look.palette.green, self._direction.way)
        free = room.width - caption.width - arrow.width - 2 * between
        self._enlarge(self.counter, Room(free, room.height * SIGN_FILL))
        row = Row(self.look, spacing=between, size_hint_x=None, pos_hint={"center_x": 0.5})
        row.width = caption.width + arrow.width + self.counter.width + 2 * between
        for widget in (caption, arrow, self.counter):
            row.add_widget(widget)
        return row

    def _enlarge(self, number: Ink, room: Room) -> None:
        """Fit a number and its box to a room; none is larger than the ticket's."""
        most = inf if number is self.ticket else self.ticket.largest or inf
        size = min(fitting_size(number.text, *room), most)
        number.largest, number.size_hint = size, (None, None)
        number.pos_hint = {"center_x": 0.5, "center_y": 0.5}
        number.size = ink_width(number.text, size) + 2, size * CAPITAL_HEIGHT + 2

    def _arrow(self, size: int, color: Color, way: Way | None = None) -> Pictogram:
        name = "forward" if way is None else way_pictogram(way)
        arrow = Pictogram(self.look, name, size, color)
        arrow.size_hint = (None, 1)
        return arrow
