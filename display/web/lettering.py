"""Says a screen's texts with all that a page must know of them, and how wide they are."""

from collections.abc import Iterable

from display.plan import Box, Geometry
from display.web.drawing import Area, Direction, Text
from display.web.measuring import Measure, line_of
from display.wording import Said
from media.look.look import is_rtl
from media.look.pictograms import glyph


class Lettering:
    """The texts, widths and areas of one screen, as large as its browser says that it is."""

    def __init__(self, geometry: Geometry, measure: Measure) -> None:
        self._geometry, self._measure = geometry, measure

    @property
    def arrow(self) -> str:
        """The arrow from a ticket to its counter, as the screen is read."""
        return glyph("forward", is_rtl=self._geometry.is_rtl)

    def area(self, box: Box) -> Area:
        """Turn a box, whose corner is the lower left one, into a page's area."""
        top = self._geometry.screen.height_px - box.y - box.height
        return Area(round(box.x), round(top), round(box.width), round(box.height))

    def texts(self, said: Iterable[Said]) -> tuple[Text, ...]:
        """Return each of what is said as a page's text."""
        return tuple(map(self.text, said))

    def text(self, said: Said) -> Text:
        """Return what is said as a page's text, with its direction and its line."""
        direction: Direction = "rtl" if is_rtl(said.language) else "ltr"
        return Text(said.text, said.language, direction, line_of(said.language))

    def width(self, text: Text, size: int) -> int:
        """Return how wide a text is in letters of a size, in pixels."""
        return self._measure.width(text.words, size, text.language)
