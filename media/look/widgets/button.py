"""The touch target: a pictogram, a title, a line below it."""

from enum import StrEnum
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from kivy.uix.behaviors import ButtonBehavior
from kivy.uix.widget import Widget

from media.look.look import Look
from media.look.screen import Role
from media.look.theme import PALETTE, Color
from media.look.widgets.group import Group
from media.look.widgets.medallion import Medallion
from media.look.widgets.panel import Panel
from media.look.widgets.rank import Body, Title
from media.look.widgets.row import Row
from media.look.widgets.text import Align
from media.typography.paragraphs import text_base

Flow = Literal["row", "column"]

STAR_TITLES = MappingProxyType({"row": 2.4, "column": 6.2})
"""A medallion's side, in font sizes of the title: beside the words, and above them."""


LINE_TITLES = 0.72
"""The font size of the line below a title, in that of the title; a body's at least."""


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
    star: Color


PAINTS = MappingProxyType(
    {
        Kind.PRIMARY: Paints(
            PALETTE.green,
            PALETTE.green_deep,
            PALETTE.green_deep,
            PALETTE.plaster,
            PALETTE.sand,
            PALETTE.plaster,
            PALETTE.green_deep,
        ),
        Kind.PLAIN: Paints(
            PALETTE.plaster,
            PALETTE.rim,
            PALETTE.gold_tint,
            PALETTE.navy,
            PALETTE.slate,
            PALETTE.green,
            PALETTE.green_tint,
        ),
        Kind.NAVY: Paints(
            PALETTE.navy,
            PALETTE.navy_deep,
            PALETTE.navy_deep,
            PALETTE.plaster,
            PALETTE.sand,
            PALETTE.gold,
            PALETTE.navy_deep,
        ),
        Kind.DANGER: Paints(
            PALETTE.terracotta,
            PALETTE.terracotta_deep,
            PALETTE.terracotta_deep,
            PALETTE.plaster,
            PALETTE.plaster,
            PALETTE.plaster,
            PALETTE.terracotta_deep,
        ),
    }
)

DISABLED = Paints(
    PALETTE.mist,
    PALETTE.rim,
    PALETTE.mist,
    PALETTE.slate,
    PALETTE.slate,
    PALETTE.slate,
    PALETTE.sand_deep,
)


class BigButton(ButtonBehavior, Panel):
    """A button of 20 mm and more, for `on_release`.

    `flow` sets the pictogram before the words or above them, or after them where it `is_last`.
    `role` is the title's; `star` the side of the pictogram's star in pixels, where it does not
    follow from the title's size. Words of two directions stand in the middle, as one block.
    """

    def __init__(  # noqa: PLR0913  # a widget's properties, named by the caller
        self,
        look: Look,
        title: str,
        line: str = "",
        pictogram: str | None = None,
        *,
        kind: Kind = Kind.PLAIN,
        flow: Flow = "row",
        role: Role = Role.TITLE,
        star: int | None = None,
        is_last: bool = False,
        align: Align | None = None,
        **properties: Any,
    ) -> None:
        super().__init__(look=look, **properties)  # through ButtonBehavior
        self.kind = kind
        side = star or round(look.text(role) * STAR_TITLES[flow])
        self.medallion = None if pictogram is None else Medallion(look, pictogram, side)
        if self.medallion is not None and flow == "row":
            self.medallion.size_hint = (None, 1)
        self.group: Group | None = None
        self._is_last = is_last
        if align is None:
            align = "start" if flow == "row" and not _is_two_way(title, line) else "center"
        self.title = Title(
            look, title, align=align, language="own", lines=2, font_size=look.text(role)
        )
        self.line = _line(look, line, role, align) if line else None
        self._assemble(flow)
        self.bind(state=self._repaint, disabled=self._repaint)
        self._repaint()

    @property
    def minimum_height(self) -> int:
        """The least height: a touch target."""
        return int(self.look.screen.touch)

    def _assemble(self, flow: Flow) -> None:
        if flow == "column":
            texts = (self.title,) if self.line is None else (self.title, self.line)
            self.group = Group(self.look, self.medallion, *texts)
            self.add_widget(self.group)
            return
        row = Row(self.look)
        parts = [] if self.medallion is None else [self.medallion]
        words = _words(self.look, self.title, self.line)
        for part in (words, *parts) if self._is_last else (*parts, words):
            row.add_widget(part)
        self.add_widget(row)

    def _repaint(self, *_: object) -> None:
        paints = DISABLED if self.disabled else PAINTS[self.kind]
        is_down = self.state == "down"
        ground = paints.pressed if is_down else paints.ground
        self.paint(ground, paints.edge, is_rimmed=True)
        self.title.color = self.title.disabled_color = paints.title.rgba
        if self.line is not None:
            self.line.color = self.line.disabled_color = paints.line.rgba
        if self.medallion is not None:
            self.medallion.paint(paints.pictogram, paints.star)


def _line(look: Look, line: str, role: Role, align: Align) -> Body:
    size = max(look.text(Role.BODY), round(look.text(role) * LINE_TITLES))
    return Body(look, line, align=align, language="own", lines=2, font_size=size)


def _words(look: Look, title: Title, line: Body | None) -> Widget:
    return title if line is None else Group(look, None, title, line)


def _is_two_way(title: str, line: str) -> bool:
    """Whether one is read from the right and the other from the left."""
    return bool(line) and text_base(title, "weak_ltr") != text_base(line, "weak_ltr")
