"""The call that the whole hall must see."""

from kivy.uix.boxlayout import BoxLayout

from display.plan import Geometry
from display.scene import LargeCall
from display.screens.ink import Ink
from media.look.look import Look
from media.look.theme import PALETTE
from media.look.widgets import Caption, Column, Panel, Pictogram, Row
from media.look.widgets.text import even_out
from media.texts import Texts
from wire.messages import Language

NAMED_IN: tuple[Language, ...] = ("ar", "fr")
"""The languages of the two words that name the numbers."""


class CallStage(Panel):
    """A ticket, an arrow, a counter."""

    def __init__(self, look: Look, geometry: Geometry, texts: Texts) -> None:
        unit = geometry.unit
        super().__init__(look, PALETTE.green, PALETTE.green_deep, padding=unit, spacing=unit)
        self._look, self._texts = look, texts
        self.ticket, self.counter = Ink(fill=0.9), Ink(color=PALETTE.green_deep, fill=0.96)
        self.add_widget(self._named("Ticket", self.ticket, height=0.57))
        self._sign = Panel(look, PALETTE.plaster, None, padding=unit * 0.7, spacing=0)
        self._sign.size_hint_y = 0.43
        self._sign.add_widget(self._counter_row())
        self.add_widget(self._sign)

    def show(self, call: LargeCall) -> None:
        """Show the call; a flash is a change of the ground, never of the numbers."""
        self.ticket.text, self.counter.text = call.ticket, str(call.counter)
        ground, edge = (
            (PALETTE.green_deep, PALETTE.gold)
            if call.is_bright
            else (PALETTE.green, PALETTE.green_deep)
        )
        self.paint(ground, edge)

    def _named(self, msgid: str, number: Ink, height: float) -> BoxLayout:
        column = Column(self._look, spacing=self._look.gap // 3, size_hint_y=height)
        names = Row(self._look, size_hint_y=None, height=self._look.screen.smallest_text * 1.3)
        words = [self._word(msgid, language) for language in NAMED_IN]
        even_out(words)
        for word in words:
            names.add_widget(word)
        column.add_widget(names)
        column.add_widget(number)
        return column

    def _word(self, msgid: str, language: Language) -> Caption:
        return Caption(
            self._look.within(language),
            self._texts.text(language, msgid),
            color=PALETTE.sand,
            align="start",
            lines=1,
        )

    def _counter_row(self) -> BoxLayout:
        row = Row(self._look)
        names = Column(self._look, spacing=0)
        words = [self._word("Counter", language) for language in NAMED_IN]
        even_out(words)
        for word in words:
            word.color = PALETTE.green_deep.rgba
            word.halign = "center"
            names.add_widget(word)
        row.add_widget(names)
        size = round(self._look.screen.smallest_text * 2.2)
        arrow = Pictogram(self._look, "forward", size, PALETTE.green)
        arrow.size_hint = (None, 1)
        row.add_widget(arrow)
        row.add_widget(self.counter)
        return row
