"""How many of a service: one unless a visitor says more."""

from dataclasses import replace

from kivy.uix.widget import Widget

from kiosk.page import Page, ServiceSheet
from kiosk.screens.kit import Kit
from kiosk.screens.target import Target
from kiosk.speech.words import LESS, MORE
from media.look.screen import Role
from media.look.theme import PALETTE
from media.look.widgets import Body, Number, Panel, Row, Title
from media.texts import msgid
from media.words import on_one_line
from wire.messages import MOST_AT_ONCE

HEIGHT = 1.2
"""Of its buttons, in touch targets."""

HOW_MANY = msgid("How many?")


class Stepper(Panel):
    """The question, and the number between less and more: from left to right in each language."""

    def __init__(self, kit: Kit, quantity: int) -> None:
        super().__init__(
            kit.look,
            PALETTE.navy_tint,
            None,
            size_hint_y=None,
            height=stepper_height(kit),
            padding=(kit.look.gap, kit.look.gap // 2),
        )
        self._less = _step(kit, "one_less", "\u2212")
        self._more = _step(kit, "one_more", "+")
        self._number = Number(kit.look, font_size=kit.look.text(Role.HEADING), size_hint_x=0.8)
        self.add_widget(_beside(kit, self._less, self._number, self._more))
        self._tell(quantity)

    def change(self, before: Page, page: Page) -> bool:
        """Tell another number in the same place."""
        match before, page:
            case ServiceSheet(), ServiceSheet(quantity=int() as quantity):
                is_all = replace(before, quantity=quantity) == page
            case _:
                return False
        if is_all:
            self._tell(quantity)
        return is_all

    def _tell(self, quantity: int) -> None:
        self._number.text = str(quantity)
        self._less.disabled = quantity == 1
        self._more.disabled = quantity == MOST_AT_ONCE


def stepper_height(kit: Kit) -> int:
    """Return its height, in pixels."""
    return round(kit.look.screen.touch * HEIGHT) + kit.look.gap


def _step(kit: Kit, target: str, sign: str) -> Target:
    step = Target(kit, target, sign, flow="column", role=Role.HEADING, padding=0)
    step.spoken = kit.parts(MORE if target == "one_more" else LESS)
    return step


def _beside(kit: Kit, *steps: Widget) -> Row:
    row, parts = Row(kit.look), kit.parts(HOW_MANY)
    kind = Title if len(parts) == 1 else Body
    row.add_widget(kind(kit.look, on_one_line(parts), language="own", lines=2))
    together = Row(kit.look.within("fr"))
    for step in steps:
        together.add_widget(step)
    row.add_widget(together)
    return row
