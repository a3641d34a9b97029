"""The buttons of the aids: on every screen in the same place, low."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from kivy.graphics import Color as Paint
from kivy.graphics import Ellipse, Line
from kivy.uix.floatlayout import FloatLayout
from kivy.uix.widget import Widget

from kiosk.aids import Aid, Aids
from kiosk.areas import AROUND_MM, BUTTON_MM, Area
from kiosk.screens.kit import Kit
from kiosk.screens.target import Target
from media.look.screen import Role
from media.look.theme import PALETTE, Color
from media.look.widgets import Bar, Kind, Pictogram, Row
from media.texts import msgid

NAMES: Mapping[Aid, str] = MappingProxyType(
    {Aid.LOW: msgid("Lower the screen"), Aid.CONTRAST: msgid("High contrast")}
)
ON = msgid("Switched on")
SIGN = 0.62
"""The side of a button's sign, in that of the button."""

TICK = 0.3
"""That of the tick beside it, once the aid is on."""

WIDE = 2.0
"""The width of a button beneath a page, in its height."""


class AidsBar(FloatLayout):
    """One button for each aid; which are on is told by a tick beside the sign."""

    def __init__(self, kit: Kit, area: Area, offered: tuple[Aid, ...], aids: Aids) -> None:
        super().__init__(
            size_hint=(None, None), size=(area.width, area.height), pos=(area.left, area.bottom)
        )
        ground = Bar(kit.look, PALETTE.navy_tint, size_hint=(None, None), padding=0)
        ground.size, ground.pos = self.size, self.pos
        self.add_widget(ground)
        for place, aid in enumerate(offered):
            self.add_widget(_placed(_button(kit, aid, is_on=aids.has(aid)), kit, area, place))


def _placed(button: Target, kit: Kit, area: Area, place: int) -> Target:
    side, around = kit.look.px(BUTTON_MM), kit.look.px(AROUND_MM)
    is_row = area.width > area.height
    button.size_hint = (None, None)
    button.size = (round(side * WIDE) if is_row else side, side)
    along = around + place * ((button.width if is_row else side) + 2 * around)
    button.pos = (
        area.left + (along if is_row else around),
        area.bottom + (around if is_row else along),
    )
    return button


def _button(kit: Kit, aid: Aid, *, is_on: bool) -> Target:
    kind = Kind.PRIMARY if is_on else Kind.PLAIN
    button = Target(kit, f"aid:{aid}", "", kind=kind, role=Role.BODY, padding=0)
    button.spoken = (*kit.parts(NAMES[aid]), *(kit.parts(ON) if is_on else ()))
    button.clear_widgets()
    color = PALETTE.plaster if is_on else PALETTE.navy
    signs = Row(kit.look, spacing=0)
    signs.add_widget(_sign(kit, aid, color))
    if is_on:
        size = round(kit.look.px(BUTTON_MM) * TICK)
        signs.add_widget(Pictogram(kit.look, "check", size, color, size_hint=(0.5, 1)))
    button.add_widget(signs)
    return button


def _sign(kit: Kit, aid: Aid, color: Color) -> Widget:
    size = round(kit.look.px(BUTTON_MM) * SIGN)
    match aid:
        case Aid.LOW:
            return Pictogram(kit.look, "wheelchair", size, color, size_hint=(1, 1))
        case Aid.CONTRAST:
            return HalfMoon(size, color.rgba)


class HalfMoon(Widget):
    """A circle of which one half is filled: the sign of contrast."""

    def __init__(self, side: int, color: tuple[float, ...], **properties: Any) -> None:
        super().__init__(**properties)
        self._side = side
        with self.canvas:
            Paint(*color)
            self._half = Ellipse(angle_start=180, angle_end=360)
            self._edge = Line(width=max(1.5, side / 20))
        self.bind(pos=self._draw, size=self._draw)

    def _draw(self, *_: object) -> None:
        side = min(self._side, self.height, self.width)
        self._half.size = (side, side)
        self._half.pos = (self.center_x - side / 2, self.center_y - side / 2)
        self._edge.circle = (self.center_x, self.center_y, side / 2)
