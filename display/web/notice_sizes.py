"""How large the words of a notice are: as large as all of them fit the stage."""

from dataclasses import dataclass

from display.page import Page
from display.plan import CAPTION_LINE, Box, Geometry, Parts
from display.web.measuring import Measure
from display.wording import kind_of
from media.look.fit import largest_fit
from media.texts import Texts

HEAD_SIZE = 0.6
"""What it is and its day, in the title's size."""

EMBLEM = 1.6
"""The pictogram beside it and the room around, in that size."""

BODY_SIZE = 0.8
"""The text, in the title's size."""

FILL = 0.9
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
        parts = Parts(is_calling=False, has_lines=True, has_ready=True)
        return self._is_fitting(page, self.geometry.plan(parts).stage, self._least)

    def title(self, page: Page, box: Box) -> int:
        """Return the title's font size in a stage."""
        largest = max(self._least, self.geometry.reading(box))
        return largest_fit(
            lambda size: self._is_fitting(page, box, size), largest, self._least
        ).size

    def body(self, title: int) -> int:
        """Return the text's, by the title's."""
        return max(self.geometry.afar, round(title * BODY_SIZE))

    def head(self, title: int) -> int:
        """Return that of what it is and its day, by the title's."""
        return max(self.geometry.afar, round(title * HEAD_SIZE))

    @property
    def _least(self) -> int:
        """The title's at least: the text is then as small as may be."""
        return round(self.geometry.afar / BODY_SIZE)

    def _is_fitting(self, page: Page, box: Box, size: int) -> bool:
        unit = self.geometry.unit
        width = (box.width - 4 * unit) * SURE
        height, language = self.measure.height, page.language
        head, words = self.head(size), kind_of(self.texts, page)
        needed = (
            max(height(words, head, width - 2 * EMBLEM * head, language), head * CAPTION_LINE)
            + height(page.title, size, width, language, is_bold=True)
            + height(page.text, self.body(size), width, language)
            + 4 * unit
        )
        return needed <= (box.height - 3 * unit) * FILL
