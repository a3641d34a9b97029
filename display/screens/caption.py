"""The words that name the numbers, in the two languages of every sign in the hall."""

from typing import Literal

from display.plan import Geometry
from display.screens.afar import AfarText
from display.wording import NAMED_IN, named
from media.isolation import isolate
from media.look.look import Look
from media.look.theme import Color
from media.look.widgets.text import Align
from media.texts import Texts

Between = Literal[" · ", "\n"]
"""What stands between the languages: they share a line, or have one each."""


class Captions:
    """Makes the captions of one screen."""

    def __init__(self, look: Look, geometry: Geometry, texts: Texts) -> None:
        self._look, self._geometry, self._texts = look, geometry, texts

    def make(
        self, msgid: str, size: int, color: Color, between: Between = " · ", align: Align = "center"
    ) -> AfarText:
        """Give the caption in a font size, in pixels, or smaller where its box is."""
        words = (isolate(each.text) for each in named(self._texts, msgid))
        lines = 1 if between != "\n" else len(NAMED_IN)
        return self.write(between.join(words), size, color, align, lines)

    def write(
        self, text: str, size: int, color: Color, align: Align = "center", lines: int = 1
    ) -> AfarText:
        """Give these words in a font size, in pixels, or smaller where their box is."""
        return AfarText(
            self._look,
            self._geometry,
            text,
            color=color,
            align=align,
            lines=lines,
            font_size=size,
        )
