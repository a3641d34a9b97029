"""What is to be read, when nobody is called: notices, commitments, warnings, news, procedures."""

from kivy.uix.widget import Widget

from display.page import Page
from display.plan import Box, Geometry, Parts
from display.screens.afar import AfarText
from display.screens.measured import words_height
from display.screens.page_head import PageHead
from media.look.fit import largest_fit
from media.look.look import Look
from media.look.screen import Role
from media.look.theme import PALETTE
from media.look.widgets import Card, Column, Text, ZelligeBand
from media.texts import Texts

HEAD_SIZE = 0.45
"""What it is and its day, in the title's size."""

TEXT_SIZE = 0.9
"""The text, in the title's size."""

TITLE_SHARE = 0.2
"""The title's font size at most, in the stage's shorter side: a calm page, not a shout."""

_AIR = 0.94
"""What the words may take of their room's height."""


class NoticeStage(Card):
    """What it is, its title, its text, in the middle; a long one tells which part this is."""

    def __init__(self, look: Look, geometry: Geometry, texts: Texts) -> None:
        super().__init__(look, padding=0, spacing=0)
        self._geometry, self._heads = geometry, PageHead(geometry, texts)
        self._shown: tuple[Page, Box] | None = None
        worst = Parts(is_calling=False, has_lines=True, has_ready=True)
        self._narrowest = geometry.plan(worst).stage
        self.words: tuple[Text, ...] = ()

    def show(self, page: Page, box: Box) -> None:
        """Show a page in a box of this size."""
        if (page, box) == self._shown:
            return
        self._shown = page, box
        self.clear_widgets()
        look, unit = self.look.within(page.language), self._geometry.unit
        self.add_widget(ZelligeBand(look, look.palette.gold, look.palette.navy, radius=self.radius))
        size = self._title_size(page, box)
        self.words = self._words(look, page, box, size)
        head = self._heads.make(look, page, self._text_width(box), self._head_size(page, size))
        inside = Column(look, padding=(2 * unit, unit / 2), spacing=unit / 2)
        for widget in (Widget(), head, *self.words, Widget()):
            inside.add_widget(widget)
        self.add_widget(inside)

    def fits(self, page: Page) -> bool:
        """Tell whether the page can be shown, in letters of the least size or more.

        It must fit also over a list and those who get ready: they come while it is read.
        """
        return self._is_fitting(page, self._narrowest, self._least)

    def _title_size(self, page: Page, box: Box) -> int:
        legible = self.look.text(Role.TITLE) / TEXT_SIZE  # so that the text is, too
        largest = round(min(legible, min(box.width, box.height) * TITLE_SHARE))
        largest = max(largest, self._least)
        return largest_fit(
            lambda size: self._is_fitting(page, box, size), largest, self._least
        ).size

    @property
    def _least(self) -> int:
        """The title's font size at least: the text is then as small as may be."""
        return round(self._geometry.reading(self._narrowest) / TEXT_SIZE)

    def _head_size(self, page: Page, title_size: int) -> int:
        """Give what it is; smaller where that is the title of the part before."""
        if page.subject:
            return self._geometry.afar
        return max(self._geometry.afar, round(title_size * HEAD_SIZE))

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
        color = look.palette.navy if is_title else PALETTE.ink
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
        head = self._heads.height(page, width, self._head_size(page, size))
        sizes = (self._size_of(size, is_title=True), self._size_of(size, is_title=False))
        title = words_height(page.title, sizes[0], width, page.language, is_bold=True)
        text = words_height(page.text, sizes[1], width, page.language)
        band = self.look.gap * 2
        return head + title + text + 2.5 * unit <= (box.height - band - unit) * _AIR
