"""Where the parts of a hall screen lie, in pixels from the lower left corner."""

from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from media.look.screen import CAPITAL_HEIGHT, Role, Screen

AFAR_DEGREES = 0.2
"""Height of a capital letter in texts of second rank: 12 minutes of arc.

A normal eye reads letters of 5 (Snellen); what visitors must read is much larger.
"""

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


class Plan(NamedTuple):
    """The parts' places; a part that is not shown has none."""

    header: Box
    stage: Box
    lines: Box | None


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

    @property
    def _short(self) -> int:
        return min(self.screen.width_px, self.screen.height_px)

    def plan(self, parts: Parts) -> Plan:
        """Lay the parts out: what is called, or else what is told, takes the most room."""
        width, height = self.screen.width_px, self.screen.height_px
        header = Box(0, height - self.header_height, width, self.header_height)
        body = Box(0, 0, width, header.y).inset(self.unit)
        if not parts.has_lines:
            return Plan(header, self._alone(body, parts), None)
        split = self._one_above_the_other if self.screen.is_portrait else self._side_by_side
        return Plan(header, *split(body, is_calling=parts.is_calling))

    @property
    def header_height(self) -> int:
        """The height of the header, with room for the commune's names in legible letters."""
        is_portrait = self.screen.is_portrait
        names = (3 if is_portrait else 2) * NAME_LINE * self.afar + 2 * HEADER_AIR * self.unit
        facts = FACTS_LINE * self.afar if is_portrait else 0
        return round(max(self._short * (0.28 if is_portrait else 0.17), names + facts))

    def capacity(self, *, is_calling: bool) -> int:
        """Give how many lines the list has room for."""
        box = self.plan(Parts(is_calling, has_lines=True)).lines
        assert box is not None
        least = self.line_size(box) * LINE_HEIGHT + self.unit // 2
        return max(LEAST_LINES, int((box.height - self.captions_height(box)) / least))

    def slots(self, box: Box, lines: int) -> int:
        """Give how many places the list is drawn with: they fill it, and are not too high."""
        most = self.line_size(box) * MOST_LINE_HEIGHT + self.unit // 2
        height = box.height - self.captions_height(box)
        return max(lines, LEAST_LINES, ceil(height / most))

    def line_size(self, box: Box) -> int:
        """Give the font size of the list's lines."""
        size = min(self.screen.text(Role.TITLE), box.width / LINE_WIDTH)
        line = (box.height - self.captions_height(box)) / LEAST_LINES - self.unit // 2
        return int(min(size, line / LINE_HEIGHT))

    def captions_height(self, box: Box) -> int:
        """Give the height of the captions over the list: in two languages, of this size."""
        return round(self.captions_size(box) * CAPTION_LINE * (1 if self.screen.is_portrait else 2))

    def captions_size(self, box: Box) -> int:
        """Give the font size of the captions over the list."""
        return max(self.afar, round(box.width / LINE_WIDTH * 0.36))

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
