"""The first line of a page: what it is, whose it is, its day, and which part of how many."""

from kivy.uix.widget import Widget

from display.page import Page
from display.plan import CAPTION_LINE, Geometry
from display.screens.afar import AfarText
from display.screens.ink import ink_width
from display.screens.measured import words_height
from display.wording import TINTS, Tint, kind_of
from media.isolation import isolate
from media.look.look import Look
from media.look.theme import PALETTE, Color
from media.look.widgets import Panel, Pictogram, Row
from media.texts import Texts

EMBLEM = 1.2
"""The pictogram beside it, in the letters' size."""


class PageHead:
    """Makes the heads of one screen's pages."""

    def __init__(self, geometry: Geometry, texts: Texts) -> None:
        self._geometry, self._texts = geometry, texts

    def height(self, page: Page, width: float, size: int) -> int:
        """Give its height: where a line is too short, two."""
        unit = self._geometry.unit
        part = ink_width(_number(page), size) + unit / 2 if page.parts > 1 else 0
        sides = 2 * unit if page.level else 0
        free = width - size * EMBLEM - unit / 2 - part - sides
        height = words_height(self.words(page), size, free, page.language)
        return max(height + 2, round(size * CAPTION_LINE))

    def make(self, look: Look, page: Page, width: float, size: int) -> Widget:
        """Make it, in a font size; a warning's on the ground of its level."""
        tint = TINTS[page.level] if page.level else Tint(PALETTE.plaster, look.palette.green)
        row = Row(look, spacing=self._geometry.unit / 2)
        picture = Pictogram(look, page.pictogram, round(size * EMBLEM), tint.ink)
        picture.size_hint = (None, 1)
        row.add_widget(picture)
        row.add_widget(
            AfarText(look, self._geometry, self.words(page), color=tint.ink, font_size=size)
        )
        if page.parts > 1:
            ink = tint.ink if page.level else PALETTE.slate
            row.add_widget(self._part(look, page, size, ink))
        sides = self._geometry.unit if page.level else 0
        head = Panel(look, tint.ground, None, padding=(sides, 0), size_hint_y=None)
        head.height = self.height(page, width, size)
        head.add_widget(row)
        return head

    def words(self, page: Page) -> str:
        """Return what it says."""
        return kind_of(self._texts, page)

    def _part(self, look: Look, page: Page, size: int, ink: Color) -> AfarText:
        number = _number(page)
        part = AfarText(
            look,
            self._geometry,
            isolate(number),
            color=ink,
            align="end",
            lines=1,
            font_size=size,
        )
        part.size_hint_x, part.width = None, ink_width(number, size)
        return part


def _number(page: Page) -> str:
    return f"{page.part}/{page.parts}"
