"""Who was called in vain, and may still come: at the hall screen's foot."""

from kivy.uix.widget import Widget

from display.plan import Geometry
from display.screens.ink import Ink
from display.screens.ready_row import TICKET_WIDTH, foot_caption
from display.wording import MISSED, MISSED_IN_SHORT
from media.look.look import Look
from media.look.theme import PALETTE
from media.look.widgets import Bar
from media.texts import Texts


class MissedRow(Bar):
    """What to do, then each ticket."""

    def __init__(self, look: Look, geometry: Geometry, texts: Texts) -> None:
        unit = geometry.unit
        super().__init__(look, PALETTE.gold_tint, padding=(unit, 0), spacing=unit)
        self._size = geometry.ready_size
        self._shown: tuple[str, ...] = ()
        each = self.spacing + self._size * TICKET_WIDTH
        room = look.screen.width_px - 2 * unit
        whole = foot_caption(look, geometry, texts, MISSED)
        short = foot_caption(look, geometry, texts, MISSED_IN_SHORT)
        self._caption = whole if whole.width + each <= room else short
        self.capacity = max(1, int((room - self._caption.width) // each))
        """How many fit at once."""

    def show(self, tickets: tuple[str, ...]) -> None:
        """Show these, as many as fit, where reading starts."""
        if tickets == self._shown:
            return
        self._shown = tickets
        self.clear_widgets()
        self.add_widget(self._caption)
        for each in tickets:
            width = self._size * TICKET_WIDTH
            ink = Ink(each, PALETTE.ink, largest=self._size, size_hint_x=None, width=width)
            self.add_widget(ink)
        self.add_widget(Widget())
