"""Who may get ready: the hall's screen says it at its foot, and calls nobody by it."""

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from display.plan import Geometry
from display.screens.afar import AfarText
from display.screens.caption import Between, Captions
from display.screens.ink import Ink, ink_width
from media.isolation import plain
from media.look.look import Look
from media.look.theme import PALETTE
from media.look.widgets import Bar, Panel, Pictogram, Row
from media.texts import Texts
from wire.messages import Ready

TICKET_WIDTH = 2.75
"""What `W188` needs, in its letters' size."""

ARROW_WIDTH = 0.7

SIGN_WIDTH = 1.5
"""What a counter of two figures needs on its sign, in their size."""

SIGN_HEIGHT = 1.1


class ReadyRow(Bar):
    """What it is, then each ticket with its counter."""

    def __init__(self, look: Look, geometry: Geometry, texts: Texts) -> None:
        unit = geometry.unit
        super().__init__(look, PALETTE.sand_deep, padding=(unit, 0), spacing=unit * 1.5)
        self._size = geometry.ready_size
        self._caption = foot_caption(look, geometry, texts, "Get ready")
        self._shown: tuple[Ready, ...] = ()
        free = look.screen.width_px - 2 * unit - self._caption.width
        self.capacity = max(1, int(free // (self.spacing + ReadyTicket.width_in(self._size))))
        """How many fit at once."""

    def show(self, ready: tuple[Ready, ...]) -> None:
        """Show these, as many as fit, where reading starts."""
        if ready == self._shown:
            return
        self._shown = ready
        self.clear_widgets()
        tickets = [ReadyTicket(self.look, each, self._size) for each in ready]
        for widget in (self._caption, *tickets, Widget()):
            self.add_widget(widget)


class ReadyTicket(Row):
    """A ticket, an arrow, and the counter on a pale sign."""

    def __init__(self, look: Look, ready: Ready, size: int) -> None:
        super().__init__(look, spacing=0, size_hint_x=None, width=self.width_in(size))
        self.ready = ready
        self.ticket = Ink(ready.ticket, look.palette.navy, largest=size)
        self.counter = Ink(str(ready.counter), look.palette.navy, largest=size)
        self.ticket.size_hint_x, self.ticket.width = None, size * TICKET_WIDTH
        arrow = Pictogram(look, "forward", round(size * 0.6), PALETTE.slate)
        arrow.size_hint, arrow.width = (None, 1), size * ARROW_WIDTH
        for widget in (self.ticket, arrow, _sign(look, self.counter, size)):
            self.add_widget(widget)

    @staticmethod
    def width_in(size: int) -> float:
        """Give its width, in pixels, in a font size."""
        return size * (TICKET_WIDTH + ARROW_WIDTH + SIGN_WIDTH)


def _sign(look: Look, counter: Ink, size: int) -> BoxLayout:
    sign = Panel(look, PALETTE.plaster, None, padding=size * 0.1, size_hint=(None, None))
    sign.size = (size * SIGN_WIDTH, size * SIGN_HEIGHT)
    sign.pos_hint = {"center_y": 0.5}
    sign.add_widget(counter)
    return sign


def foot_caption(look: Look, geometry: Geometry, texts: Texts, words: str) -> AfarText:
    """Give the words as wide as they are: on an upright screen one language over the other."""
    between: Between = "\n" if look.screen.is_portrait else " · "
    made = Captions(look, geometry, texts).make(words, geometry.afar, PALETTE.ink, between, "start")
    lines = plain(made.text).split("\n")
    made.size_hint_x, made.width = None, max(ink_width(each, geometry.afar) for each in lines) + 2
    return made
