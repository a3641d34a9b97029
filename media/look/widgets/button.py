"""The touch target: a pictogram, a title, a line below it."""

from enum import StrEnum
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from kivy.uix.anchorlayout import AnchorLayout
from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from media.look.look import Look
from media.look.theme import PALETTE, Color
from media.look.widgets.panel import Panel
from media.look.widgets.row import Column, Row
from media.look.widgets.text import Align, Body, Pictogram, Text, Title

Flow = Literal["row", "column"]


class Kind(StrEnum):
    """What a button is for."""

    PRIMARY = "primary"
    """The one thing to do next."""

    PLAIN = "plain"
    """A choice among others."""

    NAVY = "navy"
    """A choice of the frame: language, home, back."""

    DANGER = "danger"
    """It ends or discards something."""


class Paints(NamedTuple):
    """A button's colours."""

    ground: Color
    edge: Color
    pressed: Color
    title: Color
    line: Color
    pictogram: Color


PAINTS = MappingProxyType(
    {
        Kind.PRIMARY: Paints(
            PALETTE.green,
            PALETTE.green_deep,
            PALETTE.green_deep,
            PALETTE.plaster,
            PALETTE.sand,
            PALETTE.plaster,
        ),
        Kind.PLAIN: Paints(
            PALETTE.plaster,
            PALETTE.sand_deep,
            PALETTE.gold_tint,
            PALETTE.navy,
            PALETTE.slate,
            PALETTE.green,
        ),
        Kind.NAVY: Paints(
            PALETTE.navy,
            PALETTE.navy_deep,
            PALETTE.navy_deep,
            PALETTE.plaster,
            PALETTE.sand,
            PALETTE.gold,
        ),
        Kind.DANGER: Paints(
            PALETTE.terracotta,
            PALETTE.terracotta_deep,
            PALETTE.terracotta_deep,
            PALETTE.plaster,
            PALETTE.plaster,
            PALETTE.plaster,
        ),
    }
)

DISABLED = Paints(
    PALETTE.mist, PALETTE.sand_deep, PALETTE.mist, PALETTE.slate, PALETTE.slate, PALETTE.slate
)


class BigButton(ButtonBehavior, Panel):
    """A button of 20 mm and more, for `on_release`.

    `flow` sets the pictogram before the words or above them.
    """

    def __init__(
        self,
        look: Look,
        title: str,
        line: str = "",
        pictogram: str | None = None,
        kind: Kind = Kind.PLAIN,
        flow: Flow = "row",
        **properties: Any,
    ) -> None:
        super().__init__(look=look, **properties)  # through ButtonBehavior
        self.kind = kind
        self._inside = _inside(look, flow)
        self.pictogram = self._pictogram(pictogram, flow)
        self.title = self._words(Title, title, flow, 2)
        self.line = self._words(Body, line, flow, 2) if line else None
        self._assemble()
        self.bind(state=self._repaint, disabled=self._repaint)
        self._repaint()

    @property
    def minimum_height(self) -> int:
        """The least height: a touch target."""
        return int(self.look.screen.touch)

    def _pictogram(self, name: str | None, flow: Flow) -> Pictogram | None:
        if name is None:
            return None
        size = round(self.title_size * (1.5 if flow == "row" else 2.0))
        return Pictogram(self.look, name, size)

    @property
    def title_size(self) -> int:
        """The title's font size when it fits, in pixels."""
        return self.look.text(Title.role)

    def _words(self, kind: type[Text], text: str, flow: Flow, lines: int) -> Text:
        align: Align = "start" if flow == "row" else "center"
        return kind(self.look, text, align=align, lines=lines)

    def _assemble(self) -> None:
        if self.pictogram is not None:
            self._inside.add_widget(_centred(self.pictogram, self._inside.orientation))
        words = Column(self.look, spacing=0)
        self.title.size_hint_y = 1.25
        words.add_widget(self.title)
        if self.line is not None:
            words.add_widget(self.line)
        self._inside.add_widget(words)
        self.add_widget(self._inside)

    def _repaint(self, *_: object) -> None:
        paints = DISABLED if self.disabled else PAINTS[self.kind]
        is_down = self.state == "down"
        self.paint(paints.pressed if is_down else paints.ground, None if is_down else paints.edge)
        self.title.color = self.title.disabled_color = paints.title.rgba
        if self.line is not None:
            self.line.color = self.line.disabled_color = paints.line.rgba
        if self.pictogram is not None:
            self.pictogram.color = self.pictogram.disabled_color = paints.pictogram.rgba


def _inside(look: Look, flow: Flow) -> BoxLayout:
    return Row(look) if flow == "row" else Column(look)


def _centred(pictogram: Pictogram, orientation: str) -> Widget:
    is_row = orientation == "horizontal"
    hint = (None, 1) if is_row else (1, None)
    frame = AnchorLayout(size_hint=hint, size=pictogram.size)
    frame.add_widget(pictogram)
    return frame
