"""The other tickets at counters."""

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from display.plan import Box, Geometry
from display.scene import Line
from display.screens.caption import Between, Captions
from display.screens.ink import Ink
from display.wording import way_pictogram
from media.look.look import Look
from media.look.screen import CAPITAL_HEIGHT
from media.look.theme import PALETTE
from media.look.widgets import Column, Panel, Pictogram, Row
from media.look.widgets.text import even_out
from media.texts import Texts

EDGE = 0.3
"""The room beside a line's ticket and counter, in the line's letters' size."""

SIGN_WIDTH = 1.5
WAY_WIDTH = 0.8
"""The counter's sign, and the arrow that shows its way, in that size."""


class CallList(Column):
    """What the columns are, then a line for each: ticket, arrow, counter."""

    def __init__(self, look: Look, geometry: Geometry, texts: Texts) -> None:
        super().__init__(look, spacing=geometry.unit // 2)
        self._geometry, self._captions = geometry, Captions(look, geometry, texts)
        self._shown: object = None

    def show(self, lines: tuple[Line, ...], box: Box) -> None:
        """Show the lines from the top; the list is filled up with empty places."""
        if self._shown == (lines, box):
            return
        self._shown = (lines, box)
        self.clear_widgets()
        size = self._geometry.line_size(box)
        self.add_widget(self._heading(box, size))
        for line in lines:
            self.add_widget(CallLine(self.look, line, size))
        for _ in range(self._geometry.slots(box, len(lines)) - len(lines)):
            self.add_widget(Panel(self.look, PALETTE.sand_deep, None, opacity=0.25))

    def _heading(self, box: Box, line_size: int) -> BoxLayout:
        unit = self._geometry.unit
        row = Row(self.look, size_hint_y=None, padding=(line_size * EDGE, 0), spacing=unit)
        row.height = self._geometry.captions_height(box)
        size = self._geometry.captions_size(box)
        between: Between = " · " if self.look.screen.is_portrait else "\n"
        ticket = self._captions.make("Ticket", size, PALETTE.slate, between, "start")
        counter = self._captions.make("Counter", size, PALETTE.slate, between, "end")
        even_out((ticket, counter))
        row.add_widget(ticket)
        row.add_widget(counter)
        return row


class CallLine(Panel):
    """One ticket and its counter; green while the hall waits for its visitor."""

    def __init__(self, look: Look, line: Line, size: int) -> None:
        edge = look.palette.green if line.is_called else PALETTE.sand_deep
        super().__init__(look, PALETTE.plaster, edge, padding=(size * EDGE, 0), spacing=0)
        self.line = line
        ink = look.palette.green if line.is_called else look.palette.navy
        self.ticket = Ink(line.ticket, ink, largest=size, size_hint_x=None, width=size * 2.5)
        self.counter = Ink(str(line.counter), PALETTE.plaster, largest=size)
        row = Row(look, spacing=0)
        row.add_widget(self.ticket)
        row.add_widget(_arrow(look, size) if line.way is None else Widget())
        row.add_widget(_sign(look, line, self.counter, size))
        self.add_widget(row)


def _arrow(look: Look, size: int) -> Pictogram:
    arrow = Pictogram(look, "forward", round(size * 0.6), PALETTE.slate)
    arrow.size_hint = (1, 1)
    return arrow


def _sign(look: Look, line: Line, counter: Ink, size: int) -> Panel:
    """Give the counter, and which way it is, on a ground like that of the sign above it."""
    ground = look.palette.green if line.is_called else look.palette.navy
    sign = Panel(look, ground, None, padding=size * 0.15, size_hint=(None, None))
    sign.size = (size * SIGN_WIDTH, size * (CAPITAL_HEIGHT + 0.34))
    sign.pos_hint = {"center_y": 0.5}
    if line.way is None:
        sign.add_widget(counter)
        return sign
    sign.width += size * WAY_WIDTH
    arrow = Pictogram(look, way_pictogram(line.way), round(size * WAY_WIDTH), PALETTE.plaster)
    arrow.size_hint = (None, 1)
    row = Row(look, spacing=0)
    # As on the signs of a house: what points to the right stands at the right.
    is_last = (line.way == "right") is not look.is_rtl
    for widget in (counter, arrow) if is_last else (arrow, counter):
        row.add_widget(widget)
    sign.add_widget(row)
    return sign
