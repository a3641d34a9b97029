"""The call that the whole hall must see."""

from math import inf
from typing import NamedTuple

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from display.plan import CAPTION_LINE, Box, Geometry
from display.scene import LargeCall
from display.screens.afar import AfarText
from display.screens.caption import Captions
from display.screens.ink import Ink, fitting_size, ink_width
from media.isolation import plain
from media.look.look import Look
from media.look.screen import CAPITAL_HEIGHT
from media.look.theme import PALETTE, Color
from media.look.widgets import Column, Panel, Pictogram, Row
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

SIGN_FILL = 0.9
"""What the counter's number may take of its sign's height."""


class Room(NamedTuple):
    """What a number and its caption may take, in pixels."""

    width: float
    height: float


class CallStage(Panel):
    """A ticket, an arrow, a counter."""

    def __init__(self, look: Look, geometry: Geometry, texts: Texts) -> None:
        self._unit = geometry.unit
        super().__init__(look, PALETTE.green, PALETTE.green_deep, padding=self._unit, spacing=0)
        self._captions = Captions(look, geometry, texts)
        self._shown: object = None
        self.ticket, self.counter = Ink(), Ink(color=PALETTE.green_deep)

    def show(self, call: LargeCall, box: Box) -> None:
        """Show the call in a box of this size.

        A flash is a change of the ground, never of the numbers.
        """
        ground, edge = (
            (PALETTE.green_deep, PALETTE.gold)
            if call.is_bright
            else (PALETTE.green, PALETTE.green_deep)
        )
        self.paint(ground, edge)
        if self._shown != (call.ticket, call.counter, box):
            self._shown = (call.ticket, call.counter, box)
            self._fill(call, box.inset(self._unit))

    def _fill(self, call: LargeCall, inner: Box) -> None:
        self.clear_widgets()
        self.ticket = Ink(call.ticket)
        self.counter = Ink(str(call.counter), PALETTE.green_deep)
        size = round(min(inner.width, inner.height) * CAPTION_SHARE)
        is_wide = inner.width >= WIDE * inner.height
        fill = self._side_by_side if is_wide else self._one_above_the_other
        self.add_widget(fill(inner, size))

    def _one_above_the_other(self, inner: Box, size: int) -> BoxLayout:
        column = Column(self.look, spacing=self._unit)
        names = self._captions.make("Counter", size, PALETTE.green_deep, "\n")
        least = names.needed_height(inner.width) + 2 * self._unit + 2
        share = (inner.height - self._unit) * TICKET_SHARE
        height = round(min(share, inner.height - self._unit - least))
        caption = self._captions.make("Ticket", size, PALETTE.sand)
        ticket = self._named(caption, self.ticket, Room(inner.width, height))
        ticket.size_hint_y, ticket.height = None, height
        column.add_widget(ticket)
        room = Room(inner.width - 2 * self._unit, inner.height - height - 3 * self._unit)
        column.add_widget(self._sign(self._counter_row(names, room, size)))
        return column

    def _side_by_side(self, inner: Box, size: int) -> BoxLayout:
        row = Row(self.look, spacing=self._unit)
        arrow = self._arrow(size * 2, PALETTE.plaster)
        width = round((inner.width - 2 * self._unit - arrow.width) * TICKET_SHARE_ACROSS)
        caption = self._captions.make("Ticket", size, PALETTE.sand, "\n")
        ticket = self._named(caption, self.ticket, Room(width, inner.height))
        ticket.size_hint_x, ticket.width = None, width
        lower = (caption.height + self._unit) / 2  # so far is a number below its room's middle
        arrow.size_hint_y, arrow.pos_hint = None, {"center_y": 0.5 - lower / inner.height}
        left = inner.width - width - arrow.width - 4 * self._unit
        room = Room(left, inner.height - 2 * self._unit)
        caption = self._captions.make("Counter", size, PALETTE.green_deep, "\n")
        for widget in (ticket, arrow, self._sign(self._named(caption, self.counter, room))):
            row.add_widget(widget)
        return row

    def _sign(self, content: BoxLayout) -> Panel:
        sign = Panel(self.look, PALETTE.plaster, None, padding=self._unit, spacing=0)
        sign.add_widget(content)
        return sign

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
        arrow = self._arrow(round(size * 1.6), PALETTE.green)
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

    def _arrow(self, size: int, color: Color) -> Pictogram:
        arrow = Pictogram(self.look, "forward", size, color)
        arrow.size_hint = (None, 1)
        return arrow
