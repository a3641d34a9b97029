"""Where the parts of a hall screen lie, in pixels from the lower left corner."""

from dataclasses import dataclass
from itertools import product
from math import ceil
from typing import NamedTuple

from media.look.screen import CAPITAL_HEIGHT, Role, Screen

AFAR_DEGREES = 0.2
"""Height of a capital letter in texts of second rank: 12 minutes of arc.

A normal eye reads letters of 5 (Snellen); what visitors must read is much larger.
"""

READING_SHARE = 0.125
"""The font size of what must be read between calls, at least, in the stage's shorter side.

Three or four lines of it fill the stage beside the list: fewer would be words, not sentences.
"""

STRIP_SHARE = 0.09
"""The same of rows of a table and of a title below a picture, which leave the most room to it."""

LINE_HEIGHT = 1.3
"""A line of the list at least, in its letters' size."""

MOST_LINE_HEIGHT = 1.9
"""A line of the list at most."""

CAPTION_LINE = 1.6
"""A line of a caption, in its letters' size: room for what reaches above and below."""

LINE_WIDTH = 5.5
"""What `A042`, an arrow and a counter need, in their letters' size."""

NAME_LINE = 1.45
"""A line of the commune's names, in its letters' size."""

FACTS_LINE = 1.6
"""The line of the queue and the clock on an upright screen, in the size of the smallest text."""

HEADER_AIR = 0.6
"""Above and below what stands in the header, in units."""

LEAST_LINES = 3

FEWEST_LINES = 2
"""So many where those who get ready leave no room for three that can be read."""

READY_SHARE = 0.06
"""The numbers of those who get ready, at most, in the screen's shorter side: under the list's."""

READY_LINE = 1.5
"""The row of those who get ready, in its numbers' size."""

MOST_STAGE_HEIGHT = 1.2
"""The height of a call's stage at most, in its width."""


class Box(NamedTuple):
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    def inset(self, by: float) -> "Box":
        """Give the rectangle inside this one, so far from each side."""
        return Box(self.x + by, self.y + by, self.width - 2 * by, self.height - 2 * by)


class Parts(NamedTuple):
    """Which parts the screen has now."""

    is_calling: bool
    has_lines: bool
    has_ready: bool = False
    """Whether somebody may get ready."""


class Plan(NamedTuple):
    """The parts' places; a part that is not shown has none."""

    header: Box
    stage: Box
    lines: Box | None
    ready: Box | None = None


@dataclass(frozen=True, slots=True)
class Geometry:
    """All lengths of one screen follow from its pixels, millimetres and viewing distance."""

    screen: Screen
    is_rtl: bool
    """Whether reading starts at the right: there stands the stage."""

    @property
    def unit(self) -> int:
        """The space between parts."""
        return max(8, round(self._short * 0.026))

    @property
    def afar(self) -> int:
        """The font size of the smallest text, in pixels."""
        return self.screen.px(self.screen.subtending(AFAR_DEGREES) / CAPITAL_HEIGHT)

    def reading(self, stage: Box, share: float = READING_SHARE) -> int:
        """Give the font size of what must be read on the stage between calls, in pixels.

        Its capitals are 0.7 degrees high at the hall's far end (EN 301 549, 5.1.4) where the
        screen is large enough for its hall; else as large as that share of the stage.
        """
        most = round(min(stage.width, stage.height) * share)
        return max(self.afar, min(self.screen.text(Role.TITLE), most))

    @property
    def _short(self) -> int:
        return min(self.screen.width_px, self.screen.height_px)

    @property
    def whole(self) -> Box:
        """The whole screen."""
        return Box(0, 0, self.screen.width_px, self.screen.height_px)

    def plan(self, parts: Parts) -> Plan:
        """Lay the parts out: what is called, or else what is told, takes the most room."""
        width, height = self.screen.width_px, self.screen.height_px
        header = Box(0, height - self.header_height, width, self.header_height)
        ready = Box(0, 0, width, self.ready_height) if parts.has_ready else None
        below = ready.height if ready else 0
        body = Box(0, below, width, header.y - below).inset(self.unit)
        if not parts.has_lines:
            return Plan(header, self._alone(body, parts), None, ready)
        split = self._one_above_the_other if self.screen.is_portrait else self._side_by_side
        return Plan(header, *split(body, is_calling=parts.is_calling), ready)

    @property
    def header_height(self) -> int:
        """The height of the header, with room for the commune's names in legible letters."""
        is_portrait = self.screen.is_portrait
        names = (3 if is_portrait else 2) * NAME_LINE * self.afar + 2 * HEADER_AIR * self.unit
        facts = FACTS_LINE * self.afar if is_portrait else 0
        return round(max(self._short * (0.28 if is_portrait else 0.17), names + facts))

    @property
    def ready_height(self) -> int:
        """The height of the row of those who get ready."""
        captions = self.afar * CAPTION_LINE * (2 if self.screen.is_portrait else 1)
        return round(max(self.ready_size * READY_LINE, captions))

    @property
    def ready_size(self) -> int:
        """The font size of the numbers of those who get ready."""
        most = round(self._short * READY_SHARE)
        return max(self.afar, min(self.screen.text(Role.CAPTION), most))

    def capacity(self, *, is_calling: bool, has_ready: bool) -> int:
        """Give how many lines the list has room for."""
        box = self.plan(Parts(is_calling, has_lines=True, has_ready=has_ready)).lines
        assert box is not None
        least = self.line_size(box) * LINE_HEIGHT + self.unit // 2
        return max(self._least_lines(box), int((box.height - self.captions_height(box)) / least))

    def slots(self, box: Box, lines: int) -> int:
        """Give how many places the list is drawn with: they fill it, and are not too high."""
        most = self.line_size(box) * MOST_LINE_HEIGHT + self.unit // 2
        height = box.height - self.captions_height(box)
        return max(lines, self._least_lines(box), ceil(height / most))

    def line_size(self, box: Box) -> int:
        """Give the font size of the list's lines."""
        size = min(self.screen.text(Role.TITLE), box.width / LINE_WIDTH)
        return int(min(size, self._highest(box, self._least_lines(box))))

    def captions_height(self, box: Box) -> int:
        """Give the height of the captions over the list: in two languages, of this size."""
        lines = 1 if self.screen.is_portrait else 2
        return ceil(self.captions_size(box) * CAPTION_LINE * lines) + 1

    def captions_size(self, box: Box) -> int:
        """Give the font size of the captions over the list."""
        return max(self.afar, round(box.width / LINE_WIDTH * 0.36))

    def _least_lines(self, box: Box) -> int:
        """Give how many lines the list has at least: fewer where three could not be read."""
        sizes = self.screen.text(Role.CAPTION), self.afar
        ways = product(sizes, (LEAST_LINES, FEWEST_LINES))
        legible = (lines for size, lines in ways if self._highest(box, lines) >= size)
        return next(legible, FEWEST_LINES)

    def _highest(self, box: Box, lines: int) -> float:
        """Give the font size in which so many lines fill the list's height."""
        line = (box.height - self.captions_height(box)) / lines - self.unit // 2
        return line / LINE_HEIGHT

    def _alone(self, body: Box, parts: Parts) -> Box:
        """Give a large call no more height than its numbers, which fill the width, can use."""
        height = min(body.height, body.width * MOST_STAGE_HEIGHT)
        if not parts.is_calling or height == body.height:
            return body
        return Box(body.x, body.y + (body.height - height) / 2, body.width, height)

    def _side_by_side(self, body: Box, *, is_calling: bool) -> tuple[Box, Box]:
        share = 0.6 if is_calling else 0.65
        stage_width = round((body.width - self.unit) * share)
        lines_width = body.width - self.unit - stage_width
        left, right = body.x, body.x + body.width
        if self.is_rtl:
            stage_x, lines_x = right - stage_width, left
        else:
            stage_x, lines_x = left, right - lines_width
        return (
            Box(stage_x, body.y, stage_width, body.height),
            Box(lines_x, body.y, lines_width, body.height),
        )

    def _one_above_the_other(self, body: Box, *, is_calling: bool) -> tuple[Box, Box]:
        share = 0.57 if is_calling else 0.58
        stage_height = round((body.height - self.unit) * share)
        lines_height = body.height - self.unit - stage_height
        return (
            Box(body.x, body.y + body.height - stage_height, body.width, stage_height),
            Box(body.x, body.y, body.width, lines_height),
        )
