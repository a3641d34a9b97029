"""The question whether the visitor is still there."""

from typing import Any

from kivy.graphics import Color as Paint
from kivy.graphics import Rectangle
from kivy.input import MotionEvent
from kivy.properties import NumericProperty
from kivy.uix.anchorlayout import AnchorLayout
from kivy.uix.widget import Widget

from kiosk.screens.kit import Kit
from kiosk.screens.target import TwoTongued
from media.look.theme import PALETTE
from media.look.widgets import Card, Heading, Kind, Number


class StillThere(AnchorLayout):
    """A card over the darkened screen; a touch anywhere says yes."""

    target = "stay"
    seconds_left = NumericProperty(0)

    def __init__(self, kit: Kit, seconds_left: int, **properties: Any) -> None:
        super().__init__(anchor_y="center", padding=3 * kit.look.gap, **properties)
        self._kit = kit
        with self.canvas.before:
            Paint(*PALETTE.navy_deep.rgba[:3], 0.72)
            self._dark = Rectangle(pos=self.pos, size=self.size)
        self.bind(pos=self._draw, size=self._draw)
        self._count = Number(kit.look, _as_on_a_clock(seconds_left), color=PALETTE.green)
        self._count.spoken = ()  # it changes each second, and a second is over before it is said
        self.add_widget(self._card(kit))
        self.seconds_left = seconds_left

    def _card(self, kit: Kit) -> Widget:
        card = Card(
            kit.look,
            padding=2 * kit.look.gap,
            spacing=kit.look.gap,
            size_hint=(1, 0.55 if kit.look.screen.is_portrait else 0.76),
        )
        card.add_widget(kit.set(Heading, kit.parts("Are you still there?"), align="center"))
        card.add_widget(self._count)
        parts = kit.parts("Continue")
        height = round(kit.look.screen.touch * (1.2 + 0.4 * len(parts)))
        card.add_widget(
            TwoTongued(
                kit,
                "stay",
                parts,
                kind=Kind.PRIMARY,
                size_hint_y=None,
                height=height,
                padding=kit.look.gap // 2,
            )
        )
        return card

    def on_seconds_left(self, *_: object) -> None:
        """Count down."""
        self._count.text = _as_on_a_clock(int(self.seconds_left))

    def on_touch_down(self, touch: MotionEvent) -> bool:
        """Take every touch: whoever touches is there."""
        if not super().on_touch_down(touch):
            self._kit.touch(self.target)
        return True

    def _draw(self, *_: object) -> None:
        self._dark.pos, self._dark.size = self.pos, self.size


def _as_on_a_clock(seconds: int) -> str:
    """Return `0:09`: a lone figure is not read as time, and the font's 9 alone looks cut."""
    return f"{seconds // 60}:{seconds % 60:02}"
