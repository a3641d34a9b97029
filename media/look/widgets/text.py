"""Texts: each has a role, and shrinks to its box rather than be cut."""

import re
from collections.abc import Iterable
from typing import Any, ClassVar, Literal

from kivy.clock import Clock
from kivy.core.text import Label as CoreLabel
from kivy.core.text.markup import MarkupLabel
from kivy.uix.label import Label

from media.look.fit import Fit, largest_fit
from media.look.look import Look, is_rtl
from media.look.screen import Role
from media.look.theme import PALETTE, Color
from media.typography.paragraphs import text_base
from wire.messages import Language

Align = Literal["start", "center", "end"]

LINE_AIR = 1.15
"""The height of a single line's box, in heights of its ink."""


class Text(Label):
    """A text in a role's size, smaller where its box is, never below the legible size.

    `language` is the text's, where it is not the screen's; `own`: as its first letter
    tells, for a text that may be in any language. It starts where that language is read
    from: Arabic at the right on every screen. `lines` is the most lines that it may take
    (0: as many as fit).
    """

    role: ClassVar[Role] = Role.BODY
    is_bold: ClassVar[bool] = False

    def __init__(
        self,
        look: Look,
        text: str = "",
        color: Color = PALETTE.ink,
        align: Align = "start",
        language: Language | Literal["own"] | None = None,
        lines: int = 0,
        **properties: Any,
    ) -> None:
        properties.setdefault("bold", self.is_bold)
        properties.setdefault("valign", "middle")
        properties.setdefault("base_direction", base_direction(language, look.language))
        self.look, self.lines, self._align = look, lines, align
        self.language: Language = look.language
        if language is not None and language != "own":
            self.language = language
        self.largest = int(properties.pop("font_size", look.text(self.role)))
        self.fitted = Fit(self.largest, is_fitting=True)
        self.even_with: tuple[Text, ...] = (self,)
        super().__init__(
            text=text,
            color=color.rgba,
            halign=self._halign(text, properties["base_direction"]),
            font_size=self.largest,
            **properties,
        )
        self._refit = Clock.create_trigger(self.fit, -1)
        self.bind(size=self._refit, text=self._refit, bold=self._refit)
        self.bind(text=self._realign)
        self._refit()

    @property
    def smallest(self) -> int:
        """The size below which it does not shrink, in pixels."""
        return min(self.largest, self.look.screen.smallest_text)

    def fit(self, *_: object) -> None:
        """Take the largest size that fits the box as it is now."""
        self.text_size = (self.width, None if self.lines == 1 else self.height)
        self.fitted = largest_fit(self._is_fitting, self.largest, self.smallest)
        even = min(text.fitted.size for text in self.even_with)
        for text in self.even_with:
            text.font_size = even

    def leave(self) -> None:
        """Stay as it is: it was only measured, and fitting it would take time."""
        self._refit.cancel()

    def needed_height(self, width: float) -> int:
        """Give the height that the text takes in a width, in its role's size."""
        return int(self._extent(self.largest, None if self.lines == 1 else width)[1])

    def _realign(self, *_: object) -> None:
        self.halign = self._halign(self.text, self.base_direction)

    def _halign(self, text: str, direction: str) -> str:
        return halign(self._align, is_rtl=bool(text_base(text, direction)))

    def _is_fitting(self, size: int) -> bool:
        if not self.text:
            return True
        width, height = self.size
        if self.lines == 1:
            return self._is_line_fitting(self._measured(size, None), width, height)
        return self._is_low_enough(size) and _is_unbroken(self._measured(size, width), width)

    def _is_line_fitting(self, measured: CoreLabel, width: float, height: float) -> bool:
        """One line stands in the middle of its box: its ink must fit, not its line height."""
        line = measured.shaped(measured.plain_text(), text_base(self.text, self.base_direction))
        top, bottom = line.ink
        middle = (line.ascent - line.descent) / 2
        reach = max(top - middle, middle - bottom)
        return bool(measured.render()[0] <= width and 2 * reach * LINE_AIR <= height)

    def _is_low_enough(self, size: int) -> bool:
        width, height = self.size
        needed = self._extent(size, width)[1]
        if not self.lines:
            return bool(needed <= height)
        line = self._measured(size, width).get_extents("A")[1]
        return bool(needed <= height and needed < (self.lines + 1) * line)

    def _extent(self, size: int, width: float | None) -> tuple[float, float]:
        """Give the width and the height of the whole text, broken into lines of a width."""
        question = (
            *(self.text, self.markup, self.font_name, self.bold, self.base_direction),
            *(tuple(self.padding), size, width),
        )
        extent: tuple[float, float] = CoreLabel.sizes.of(
            question, lambda: self._measured(size, width).render()
        )
        return extent

    def _measured(self, size: int, width: float | None) -> CoreLabel:
        kind = MarkupLabel if self.markup else CoreLabel
        return kind(
            text=self.text,
            font_size=size,
            font_name=self.font_name,
            bold=self.bold,
            base_direction=self.base_direction,
            padding=self.padding,
            text_size=(width, None),
        )


def _is_unbroken(measured: CoreLabel, width: float) -> bool:
    """Whether no word is wider than the box: Kivy would cut it in two."""
    words = re.split(r"[ \n]+", measured.plain_text())
    return all(measured.get_extents(word)[0] <= width for word in words)


def even_out(texts: Iterable[Text]) -> None:
    """Draw texts of one rank in one size: the largest in which they all fit."""
    together = tuple(texts)
    for text in together:
        text.even_with = together


def base_direction(language: Language | Literal["own"] | None, screen: Language) -> str:
    """Give Kivy's `base_direction`."""
    if language == "own":
        return "weak_rtl" if is_rtl(screen) else "weak_ltr"
    return "rtl" if is_rtl(language or screen) else "ltr"


def halign(align: Align, *, is_rtl: bool) -> str:
    """Give Kivy's `halign`."""
    match align:
        case "center":
            return "center"
        case "start":
            return "right" if is_rtl else "left"
        case "end":
            return "left" if is_rtl else "right"
