"""A notice or a commitment, when nobody is called."""

from babel.dates import format_date
from kivy.core.text import Label as CoreLabel
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from display.page import Kind, Page
from display.plan import Box, Geometry, Parts
from display.screens.afar import AfarText
from media.isolation import isolate
from media.look.fit import largest_fit
from media.look.look import Look, is_rtl
from media.look.screen import Role
from media.look.theme import PALETTE
from media.look.widgets import Card, Column, Pictogram, Row, Text, ZelligeBand
from media.texts import Texts
from wire.messages import Language

_LOCALES: dict[Language, str] = {"ar": "ar_MA", "zgh": "zgh", "fr": "fr_MA", "en": "en_GB"}
_HEAD_SHARE = 0.2
_AIR = 0.92
"""What the words may take of their room's height."""


class NoticeStage(Card):
    """What it is, its title, its text; the last line tells which part of how many."""

    def __init__(self, look: Look, geometry: Geometry, texts: Texts) -> None:
        super().__init__(look, padding=0, spacing=0)
        self._geometry, self._texts = geometry, texts
        self._page: Page | None = None
        self.words: tuple[Text, ...] = ()

    def show(self, page: Page, box: Box) -> None:
        """Show a page in a box of this size."""
        if (page, box) == (self._page, self._box_shown):
            return
        self._page, self._box_shown = page, box
        self.clear_widgets()
        look = self.look.within(page.language)
        self.add_widget(ZelligeBand(look, PALETTE.gold, PALETTE.navy))
        inside = Column(look, padding=self._geometry.unit, spacing=self._geometry.unit / 2)
        inside.add_widget(self._head(look, page, box))
        inside.add_widget(Widget())
        self.words = self._words(look, page, box)
        for text in self.words:
            inside.add_widget(text)
        inside.add_widget(Widget())
        self.add_widget(inside)

    _box_shown: Box | None = None

    def fits(self, page: Page) -> bool:
        """Tell whether the page can be shown, in letters of the least size or more."""
        parts = Parts(is_calling=False, has_lines=True, has_footer=False)
        box = self._geometry.plan(parts).stage
        return self._is_fitting(page, box, self.look.screen.smallest_text)

    def _head(self, look: Look, page: Page, box: Box) -> BoxLayout:
        height = round(box.height * _HEAD_SHARE)
        head = Row(look, size_hint_y=None, height=height, spacing=self._geometry.unit)
        picture = Pictogram(look, page.pictogram, round(height * 0.8), PALETTE.green)
        picture.size_hint = (None, 1)
        head.add_widget(picture)
        head.add_widget(
            AfarText(
                look,
                self._geometry,
                self._kind(page),
                color=PALETTE.green,
                lines=2,
                bold=True,
                font_size=look.text(Role.CAPTION),
            )
        )
        if page.parts > 1:
            head.add_widget(self._part(look, page))
        return head

    def _part(self, look: Look, page: Page) -> AfarText:
        part = isolate(f"{page.part}/{page.parts}")
        return AfarText(
            look, self._geometry, part, color=PALETTE.slate, align="end", size_hint_x=0.16, lines=1
        )

    def _kind(self, page: Page) -> str:
        if page.kind is Kind.COMMITMENT:
            return self._texts.text(page.language, "Our commitments")
        name = self._texts.text(page.language, "Notice")
        if page.dated is None:
            return name
        day = format_date(page.dated, "long", locale=_LOCALES[page.language])
        return f"{name} · {isolate(day)}"

    def _words(self, look: Look, page: Page, box: Box) -> tuple[Text, ...]:
        largest, smallest = look.text(Role.HEADING), look.screen.smallest_text
        size = largest_fit(lambda size: self._is_fitting(page, box, size), largest, smallest).size
        return tuple(
            self._text(look, words, size, box, is_title=is_title)
            for words, is_title in ((page.title, True), (page.text, False))
            if words
        )

    def _text(self, look: Look, words: str, size: int, box: Box, *, is_title: bool) -> Text:
        height = _height(words, size, self._text_width(box), look.language, is_bold=is_title)
        color = PALETTE.navy if is_title else PALETTE.ink
        return AfarText(
            look,
            self._geometry,
            words,
            color=color,
            bold=is_title,
            font_size=size,
            size_hint_y=None,
            height=height + 2,
        )

    def _text_width(self, box: Box) -> float:
        return box.width - 2 * self._geometry.unit

    def _is_fitting(self, page: Page, box: Box, size: int) -> bool:
        width = self._text_width(box)
        title = _height(page.title, size, width, page.language, is_bold=True)
        text = _height(page.text, size, width, page.language, is_bold=False)
        return title + text <= (box.height * (1 - _HEAD_SHARE) - 5 * self._geometry.unit) * _AIR


def _height(words: str, size: int, width: float, language: Language, *, is_bold: bool) -> int:
    if not words:
        return 0
    direction = "rtl" if is_rtl(language) else "ltr"
    label = CoreLabel(
        text=words,
        font_size=size,
        bold=is_bold,
        base_direction=direction,
        text_size=(width, None),
    )
    return int(label.render()[1])
