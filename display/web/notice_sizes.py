"""How large the words of a notice are: as large as all of them fit the stage."""

from dataclasses import dataclass

from display.page import Page
from display.plan import CAPTION_LINE, Box, Geometry, Parts
from display.web.measuring import Measure
from display.wording import kind_of
from media.look.fit import largest_fit
from media.look.screen import Role
from media.texts import Texts

HEAD_SIZE = 0.45
"""What it is and its day, in the title's size."""

EMBLEM = 1.6
"""The pictogram beside it and the room around, in that size."""

BODY_SIZE = 0.9
"""The text, in the title's size."""

TITLE_SHARE = 0.2
"""The title's font size at most, in the stage's shorter side: a calm page, not a shout."""

MARGINS = 0.6
"""Above the title and above the text together, in the title's size (`stage.css`)."""

FILL = 0.94
"""What the words may take of their room's height."""

SURE = 0.98
"""What a line may take of its room's width: a browser rounds as it likes."""


@dataclass(frozen=True, slots=True)
class NoticeSizes:
    """Sizes of one screen, in pixels."""

    geometry: Geometry
    measure: Measure
    texts: Texts

    def fits(self, page: Page) -> bool:
        """Tell whether the page can be shown, in letters of the least size or more.

        It must fit also over a list and those who get ready: they come while it is read.
        """
        return self._is_fitting(page, self._narrowest, self._least)

    def title(self, page: Page, box: Box) -> int:
        """Return the title's font size in a stage."""
        legible = self.geometry.screen.text(Role.TITLE) / BODY_SIZE  # so that the text is, too
        most = round(min(legible, min(box.width, box.height) * TITLE_SHARE))
        largest = max(self._least, most)
        return largest_fit(
            lambda size: self._is_fitting(page, box, size) and self._has_room(page, box, size),
            largest,
            self._least,
        ).size

    def body(self, title: int) -> int:
        """Return the text's, by the title's."""
        return max(self.geometry.afar, round(title * BODY_SIZE))

    def head(self, page: Page, title: int) -> int:
        """Return that of what it is and its day, by the title's; the least for a repeated title."""
        if page.subject:
            return self.geometry.afar
        return max(self.geometry.afar, round(title * HEAD_SIZE))

    @property
    def _least(self) -> int:
        """The title's at least: the text is then as small as may be."""
        return round(self.geometry.reading(self._narrowest) / BODY_SIZE)

    @property
    def _narrowest(self) -> Box:
        parts = Parts(is_calling=False, has_lines=True, has_ready=True)
        return self.geometry.plan(parts).stage

    def _has_room(self, page: Page, box: Box, size: int) -> bool:
        """Whether the longest word fits the width: no cutting into parts makes it shorter."""
        width, language = (box.width - 4 * self.geometry.unit) * SURE, page.language
        widths = (
            self.measure.width(word, each, language, is_bold=is_bold)
            for words, each, is_bold in (
                (page.title, size, True),
                (page.text, self.body(size), False),
            )
            for word in words.split()
        )
        return max(widths, default=0) <= width

    def _is_fitting(self, page: Page, box: Box, size: int) -> bool:
        unit = self.geometry.unit
        width = (box.width - 4 * unit) * SURE
        height, language = self.measure.height, page.language
        head, words = self.head(page, size), kind_of(self.texts, page)
        needed = (
            max(height(words, head, width - 2 * EMBLEM * head, language), head * CAPTION_LINE)
            + height(page.title, size, width, language, is_bold=True)
            + height(page.text, self.body(size), width, language)
            + 2.5 * unit
            + MARGINS * size
        )
        return needed <= (box.height - 2 * unit) * FILL
