"""The first line of a page: what it is, whose it is, its day, and which part of how many."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from kivy.uix.widget import Widget

from display.page import Kind, Page
from display.plan import CAPTION_LINE, Geometry
from display.screens.afar import AfarText
from display.screens.caption import NAMED_IN
from display.screens.ink import ink_width
from display.screens.measured import words_height
from media.dates import long_date
from media.isolation import isolate
from media.look.look import Look
from media.look.theme import PALETTE, Color
from media.look.widgets import Panel, Pictogram, Row
from media.playlist.content import Level
from media.texts import Texts, msgid

EMBLEM = 1.2
"""The pictogram beside it, in the letters' size."""

NAMES: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.NOTICE: msgid("Notice"),
        Kind.COMMITMENT: msgid("Our commitments"),
        Kind.HOURS: msgid("Opening hours"),
        Kind.VIGILANCE: msgid("Weather warning"),
        Kind.NEWS: msgid("News of the commune"),
        Kind.SESSION: msgid("Session of the council"),
        Kind.PROCEDURE: msgid("Documents to bring"),
    }
)

LEVELS: Mapping[Level, str] = MappingProxyType(
    {
        Level.GREEN: msgid("green level"),
        Level.YELLOW: msgid("yellow level"),
        Level.ORANGE: msgid("orange level"),
        Level.RED: msgid("red level"),
    }
)


class Tint(NamedTuple):
    """A ground, and what is written on it."""

    ground: Color
    ink: Color


TINTS: Mapping[Level, Tint] = MappingProxyType(
    {
        Level.GREEN: Tint(PALETTE.green, PALETTE.plaster),
        Level.YELLOW: Tint(PALETTE.alert_yellow, PALETTE.ink),
        Level.ORANGE: Tint(PALETTE.alert_orange, PALETTE.ink),
        Level.RED: Tint(PALETTE.alert_red, PALETTE.plaster),
    }
)
"""The colours of the vigilance (Direction générale de la météorologie); words tell it, too."""


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
        tint = TINTS[page.level] if page.level else Tint(PALETTE.plaster, PALETTE.green)
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
        return " · ".join(self._words(page))

    def _words(self, page: Page) -> Iterator[str]:
        if page.source:
            yield isolate(page.source)
        elif page.subject:
            yield page.subject
        else:
            yield from self._name(page)
        if page.level is not None:
            yield self._texts.text(page.language, LEVELS[page.level])
        if page.dated is not None and not page.subject:
            yield isolate(long_date(page.language, page.dated))

    def _name(self, page: Page) -> Iterator[str]:
        if page.kind is Kind.HOURS:
            yield from (isolate(self._texts.text(each, NAMES[page.kind])) for each in NAMED_IN)
        else:
            yield self._texts.text(page.language, NAMES[page.kind])

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
