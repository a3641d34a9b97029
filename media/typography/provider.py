"""Kivy's core text provider: every `Label` draws through it.

Kivy breaks a text into lines in logical order and hands over each finished line; the
order of the eye and the shapes are made here, after the line breaks. Not drawn:
underlines, strike-through, outlines, sub- and superscript.
"""

import re
from collections.abc import Callable
from typing import Any, ClassVar

from kivy.core.image import ImageData
from kivy.core.text import LabelBase
from kivy.core.text.text_layout import LayoutLine

from media.typography.line import Extent, Line, Span, Style
from media.typography.paragraphs import Paragraphs, text_base
from media.typography.raster import Raster
from media.typography.remembered import Remembered
from media.typography.typesetter import Typesetter

Render = Callable[[str, int, int], None]
Size = tuple[float, float]

_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")


class ShapedLabel(LabelBase):
    """A label set by a `Typesetter`; `install` makes the class that has one."""

    typesetter: ClassVar[Typesetter]
    _cached_lines: list[LayoutLine]
    _internal_size: Size
    sizes: ClassVar[Remembered[Size]]
    """Of whole texts, in pixels, for those who measure one again and again."""

    @classmethod
    def keep_aside(cls) -> None:
        """Remember what is drawn from now on only until `forget_aside`: it is a visitor's."""
        cls.typesetter.keep_aside()
        cls.sizes.keep_aside()

    @classmethod
    def forget_aside(cls) -> None:
        """Forget what was drawn since `keep_aside`."""
        cls.typesetter.forget_aside()
        cls.sizes.forget_aside()

    @staticmethod
    def find_base_direction(text: str) -> str:
        """Give `rtl` or `ltr`: Kivy's markup labels ask for it."""
        return "rtl" if text_base(text, None) else "ltr"

    def get_extents(self, text: str) -> tuple[int, int]:
        """Measure a piece of a line, in pixels."""
        width, height, _ = self._extent(text or " ", self.options)
        return (width if text else 0), height

    def get_cached_extents(self) -> Callable[[str], tuple[int, int]]:
        """Give `get_extents` for the options as they are now, quick for beginnings that grow."""
        style = style_of(self.options, is_low=self.is_low)
        base = text_base(self.plain_text(), self.direction)
        size = self.typesetter.beginnings(style, base)
        return lambda text: size(text) if text else (0, size(" ")[1])

    def _extent(self, text: str, options: dict[str, Any]) -> Extent:
        style = style_of(options, is_low=self.is_low)
        return self.typesetter.extent(text, style, text_base(self.plain_text(), self.direction))

    def render(self, real: bool = False) -> Size | None:  # noqa: FBT001, FBT002  # Kivy's
        """Measure the text, or draw it where `real`: with room for all its ink."""
        size: Size | None = super().render(real)
        return size if size is None else self.with_overhang(size)

    def with_overhang(self, size: Size) -> Size:
        """Give the size of the measured text with what the ink of its outer lines needs."""
        lines = self._cached_lines
        words = [word for line in (*lines[:1], *lines[-1:]) for word in line.words]
        hangs = (self._extent(word.text, word.options).overhang for word in words)
        self.overhang = max(hangs, default=0)
        if not self.overhang:
            return size
        width, height = self._internal_size
        self._internal_size = width, height + 2 * self.overhang
        is_boxed = bool(self._text_size[1])
        return size if is_boxed else (size[0], size[1] + 2 * self.overhang)

    @property
    def direction(self) -> str | None:
        """The `base_direction` asked for."""
        found: str | None = self.options["base_direction"]
        return found

    def plain_text(self) -> str:
        """Give the text without markup."""
        text: str = self._text
        return text

    def shaped(self, text: str, base: int, levels: list[int] | None = None) -> Line:
        """Set a line in the label's own style."""
        style = style_of(self.options, is_low=self.is_low)
        return self.typesetter.line((Span(text, style),), base, levels)

    @property
    def is_low(self) -> bool:
        """Whether no line of the text holds Arabic."""
        return not _ARABIC.search(self.plain_text())

    def is_rtl(self) -> bool:
        """Whether `halign: auto` means right."""
        return bool(text_base(self.plain_text(), self.direction))

    def _render_begin(self) -> None:
        width, height = self._size
        self.raster = Raster(int(width), int(height))
        self.paragraphs = Paragraphs(self.plain_text(), self.direction)

    def render_lines(
        self, lines: list[str], options: dict[str, Any], render_text: Render, y: int, size: Size
    ) -> int:
        """Draw the lines, `auto` and `justify` turned into what Kivy does well."""
        wanted = options["halign"]
        if wanted == "auto" or (wanted == "justify" and self.is_rtl()):  # Kivy's is LTR only
            options = options | {"halign": "right" if self.is_rtl() else "left"}
        top = y + self.overhang
        bottom: int = super().render_lines(lines, options, render_text, top, size)
        return bottom

    def _render_text(self, text: str, x: int, y: int) -> None:
        base, levels = self.paragraphs.take(text)
        line = self.shaped(text, base, levels)
        for piece in line.pieces:
            self.raster.put(piece.glyphs, x, y + line.ascent, self.options["color"])

    def _render_end(self) -> ImageData:
        width, height = self._size
        return ImageData(int(width), int(height), "rgba", self.raster.pixels())


def style_of(options: dict[str, Any], *, is_low: bool) -> Style:
    """Read a style from Kivy's options."""
    size = max(1, int(options["font_size"]))
    return Style(options["font_name_r"], size, bool(options["bold"]), is_low)
