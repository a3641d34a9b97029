"""The other tickets at counters."""

from kivy.uix.widget import Widget

from display.plan import Box, Geometry
from display.scene import Line
from display.screens.ink import Ink
from media.look.look import Look
from media.look.screen import CAPITAL_HEIGHT
from media.look.theme import PALETTE
from media.look.widgets import Column, Panel, Pictogram, Row


class CallList(Column):
    """A line for each: ticket, arrow, counter."""

    def __init__(self, look: Look, geometry: Geometry) -> None:
        super().__init__(look, spacing=geometry.unit // 2)
        self._geometry = geometry
        self._shown: object = None

    def show(self, lines: tuple[Line, ...], box: Box, capacity: int) -> None:
        """Show the lines from the top; the room of those that are missing stays free."""
        if self._shown == (lines, box, capacity):
            return
        self._shown = (lines, box, capacity)
        self.clear_widgets()
        size = self._geometry.line_size(box)
        for line in lines:
            self.add_widget(CallLine(self.look, line, size))
        for _ in range(capacity - len(lines)):
            self.add_widget(Widget())


class CallLine(Panel):
    """One ticket and its counter; green while the hall waits for its visitor."""

    def __init__(self, look: Look, line: Line, size: int) -> None:
        edge = PALETTE.green if line.is_called else PALETTE.sand_deep
        super().__init__(look, PALETTE.plaster, edge, padding=(size * 0.25, 0), spacing=0)
        self.line = line
        ink = PALETTE.green if line.is_called else PALETTE.navy
        self.ticket = Ink(line.ticket, ink, largest=size, size_hint_x=None, width=size * 2.7)
        self.counter = Ink(str(line.counter), PALETTE.plaster, largest=size)
        row = Row(look, spacing=size * 0.2)
        row.add_widget(self.ticket)
        row.add_widget(_arrow(look, size))
        row.add_widget(_sign(look, self.counter, size, is_called=line.is_called))
        self.add_widget(row)


def _arrow(look: Look, size: int) -> Pictogram:
    arrow = Pictogram(look, "forward", round(size * 0.6), PALETTE.slate)
    arrow.size_hint = (1, 1)
    return arrow


def _sign(look: Look, counter: Ink, size: int, *, is_called: bool) -> Panel:
    """Give the counter on a ground like that of the sign above it."""
    ground = PALETTE.green if is_called else PALETTE.navy
    sign = Panel(look, ground, None, padding=size * 0.15, size_hint=(None, None))
    sign.size = (size * 1.5, size * (CAPITAL_HEIGHT + 0.36))
    sign.pos_hint = {"center_y": 0.5}
    sign.add_widget(counter)
    return sign
