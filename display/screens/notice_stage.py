"""A notice or a commitment, when nobody is called."""

from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from display.page import Page
from display.plan import CAPTION_LINE, Box, Geometry, Parts
from display.screens.afar import AfarText
from display.screens.ink import ink_width
from display.screens.measured import words_height
from display.wording import kind_of
from media.isolation import isolate
from media.look.fit import largest_fit
from media.look.look import Look
from media.look.screen import Role
from media.look.theme import PALETTE
from media.look.widgets import Card, Column, Pictogram, Row, Text, ZelligeBand
from media.texts import Texts

HEAD_SIZE = 0.6
"""What it is and its day, in the title's size."""

EMBLEM = 1.2
"""The pictogram beside it, in that size."""

TEXT_SIZE = 0.8
"""The text, in the title's size."""

TITLE_SHARE = 0.12
"""The title's font size at most, in the stage's shorter side: a calm page, not a shout."""

_AIR = 0.9
"""What the words may take of their room's height."""


class NoticeStage(Card):
    """What it is, its title, its text, in the middle; a long one tells which part this is."""

    def __init__(self, look: Look, geometry: Geometry, texts: Texts) -> None:
        super().__init__(look, padding=0, spacing=0)
        self._geometry, self._texts = geometry, texts
        self._page: Page | None = None
        self._box_shown: Box | None = None
        self.words: tuple[Text, ...] = ()

    def show(self, page: Page, box: Box) -> None:
        """Show a page in a box of this size."""
        if (page, box) == (self._page, self._box_shown):
            return
        self._page, self._box_shown = page, box
        self.clear_widgets()
        look = self.look.within(page.language)
        self.add_widget(ZelligeBand(look, PALETTE.gold, PALETTE.navy, radius=self.radius))
        size = self._title_size(page, box)
        self.words = self._words(look, page, box, size)
        unit = self._geometry.unit
        inside = Column(look, padding=(2 * unit, unit), spacing=unit)
        for widget in (Widget(), self._head(look, page, box, size), *self.words, Widget()):
            inside.add_widget(widget)
        self.add_widget(inside)

    def fits(self, page: Page) -> bool:
        """Tell whether the page can be shown, in letters of the least size or more.

        It must fit also over a list and those who get ready: they come while it is read.
        """
        parts = Parts(is_calling=False, has_lines=True, has_ready=True)
        box = self._geometry.plan(parts).stage
        return self._is_fitting(page, box, self._least)

    def _title_size(self, page: Page, box: Box) -> int:
        largest = round(min(self.look.text(Role.TITLE), min(box.width, box.height) * TITLE_SHARE))
        largest = max(largest, self._least)
        return largest_fit(
            lambda size: self._is_fitting(page, box, size), largest, self._least
        ).size

    @property
    def _least(self) -> int:
        """The title's font size at least: the text is then as small as may be."""
        return round(self._geometry.afar / TEXT_SIZE)

    def _head_size(self, title_size: int) -> int:
        return max(self._geometry.afar, round(title_size * HEAD_SIZE))

    def _head_height(self, page: Page, box: Box, title_size: int) -> int:
        """Give the height of what it is and its day: where a line is too short, two."""
        size, unit = self._head_size(title_size), self._geometry.unit
        part = ink_width(f"{page.part}/{page.parts}", size) + unit / 2 if page.parts > 1 else 0
        width = self._text_width(box) - size * EMBLEM - unit / 2 - part
        height = words_height(self._kind(page), size, width, page.language)
        return max(height + 2, round(size * CAPTION_LINE))

    def _head(self, look: Look, page: Page, box: Box, title_size: int) -> BoxLayout:
        size = self._head_size(title_size)
        height = self._head_height(page, box, title_size)
        head = Row(look, size_hint_y=None, height=height, spacing=self._geometry.unit / 2)
        picture = Pictogram(look, page.pictogram, round(size * EMBLEM), PALETTE.green)
        picture.size_hint = (None, 1)
        head.add_widget(picture)
        color = PALETTE.green
        head.add_widget(
            AfarText(look, self._geometry, self._kind(page), color=color, font_size=size)
        )
        if page.parts > 1:
            head.add_widget(self._part(look, page, size))
        return head

    def _part(self, look: Look, page: Page, size: int) -> AfarText:
        number = f"{page.part}/{page.parts}"
        part = AfarText(
            look,
            self._geometry,
            isolate(number),
            color=PALETTE.slate,
            align="end",
            lines=1,
            font_size=size,
        )
        part.size_hint_x, part.width = None, ink_width(number, size)
        return part

    def _kind(self, page: Page) -> str:
        return kind_of(self._texts, page)

    def _words(self, look: Look, page: Page, box: Box, size: int) -> tuple[Text, ...]:
        return tuple(
            self._text(look, words, self._size_of(size, is_title=is_title), box, is_title=is_title)
            for words, is_title in ((page.title, True), (page.text, False))
            if words
        )

    def _size_of(self, title_size: int, *, is_title: bool) -> int:
        return title_size if is_title else max(self._geometry.afar, round(title_size * TEXT_SIZE))

    def _text(self, look: Look, words: str, size: int, box: Box, *, is_title: bool) -> Text:
        height = words_height(words, size, self._text_width(box), look.language, is_bold=is_title)
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
        return box.width - 4 * self._geometry.unit

    def _is_fitting(self, page: Page, box: Box, size: int) -> bool:
        width, unit = self._text_width(box), self._geometry.unit
        head = self._head_height(page, box, size)
        sizes = (self._size_of(size, is_title=True), self._size_of(size, is_title=False))
        title = words_height(page.title, sizes[0], width, page.language, is_bold=True)
        text = words_height(page.text, sizes[1], width, page.language)
        band = self.look.gap * 2
        return head + title + text + 4 * unit <= (box.height - band - 2 * unit) * _AIR
