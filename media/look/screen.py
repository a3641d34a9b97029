"""A screen's geometry: millimetres and degrees to pixels."""

from dataclasses import dataclass, replace
from enum import StrEnum
from math import ceil, hypot, radians, tan
from types import MappingProxyType
from typing import NamedTuple

CAPITAL_HEIGHT = 0.698
"""Capital height of IBM Plex Sans Arabic, in ems (its OS/2 table)."""

APART_MM = 3.0
"""Between two touch targets."""

TOUCH_MM = 20.0
"""The smallest side of a touch target."""

TOUCH_LETTERS = 1.8
"""The same, in font sizes of what is read: what a word of two lines and its edges need."""

LOWEST_CONTROL_MM = 380.0
HIGHEST_CONTROL_MM = 1220.0
"""Heights over the floor within which a seated person reaches (EN 301 549, 8.3)."""

STANDING_CONTROL_MM = 1370.0
"""The same for somebody who stands (ADA Accessibility Guidelines of 1991, 4.2.6: side reach)."""

FLAT_DEGREES = 30.0
"""A screen that lies and is lower than this to the eye has no height for large letters."""

WIDE_TOUCHES = 20
"""A screen that lies close by and is narrower, in touch targets, has no room for two languages."""

HIGH_DEGREES = 48.0
"""An upright screen close by that is lower than this to the eye has none either."""

NEAR_MM = 1500.0
"""A screen seen from less is touched or read close by; from more, across a hall."""


class Role(StrEnum):
    """What a text is for. Its size follows from it."""

    CAPTION = "caption"
    BODY = "body"
    TITLE = "title"
    HEADING = "heading"
    DISPLAY = "display"
    NUMBER = "number"


class Angles(NamedTuple):
    """The angle that a capital letter subtends at the eye, in degrees."""

    near: float
    flat: float
    """Close by, on a screen that has no height for larger ones."""

    far: float


ANGLES = MappingProxyType(
    {
        Role.CAPTION: Angles(0.7, 0.7, 0.36),
        Role.BODY: Angles(0.8, 0.7, 0.5),
        Role.TITLE: Angles(1.05, 0.8, 0.7),
        Role.HEADING: Angles(1.4, 1.0, 0.9),
        Role.DISPLAY: Angles(2.0, 1.4, 1.2),
        Role.NUMBER: Angles(5.0, 3.5, 2.8),
    }
)
"""0.7 degrees is the least that EN 301 549 (5.1.4) asks of a closed device. On a hall screen the
call itself keeps it (`title` and more); the list of earlier calls keeps 0.36 (`caption`), as
ISO 9241-303 recommends 20 to 22 minutes of arc; second rank has `display.plan.AFAR_DEGREES`.
"""


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen as it hangs or stands."""

    width_px: int
    height_px: int
    diagonal_mm: float
    distance_mm: float
    """From the eye to the glass."""

    bottom_mm: float = 700.0
    """From the floor to the lower edge of the picture."""

    highest_mm: float = HIGHEST_CONTROL_MM
    """Over the floor: no control's middle stands above it."""

    def __post_init__(self) -> None:
        lengths = (self.width_px, self.height_px, self.diagonal_mm, self.distance_mm)
        if min(lengths) <= 0 or self.bottom_mm < 0:
            raise ValueError(f"a screen has no length below zero: {self}")

    @property
    def px_per_mm(self) -> float:
        """How many pixels a millimetre has, as the diagonal says."""
        return hypot(self.width_px, self.height_px) / self.diagonal_mm

    @property
    def is_portrait(self) -> bool:
        """Whether it is higher than wide."""
        return self.height_px > self.width_px

    @property
    def is_near(self) -> bool:
        """Whether it is touched or read close by."""
        return self.distance_mm < NEAR_MM

    @property
    def is_flat(self) -> bool:
        """Whether it lies close by and is so low that each line of text is dear."""
        height = self.height_px / self.px_per_mm
        lies = self.is_near and not self.is_portrait
        return lies and height < self.subtending(FLAT_DEGREES)

    @property
    def is_cramped(self) -> bool:
        """Whether it is close by, and too low or too narrow for texts in two languages."""
        if not self.is_near:
            return False
        if self.is_portrait:
            return self.height_px / self.px_per_mm < self.subtending(HIGH_DEGREES)
        return self.is_flat or self.width_px < WIDE_TOUCHES * self.touch

    def px(self, millimetres: float) -> int:
        """Give a length in pixels, one at least."""
        return max(1, round(millimetres * self.px_per_mm))

    def text(self, role: Role) -> int:
        """Give the font size of a role, in pixels."""
        return self.px(self.subtending(self._angle(role)) / CAPITAL_HEIGHT)

    def _angle(self, role: Role) -> float:
        angles = ANGLES[role]
        if not self.is_near:
            return angles.far
        return angles.flat if self.is_flat else angles.near

    def subtending(self, degrees: float) -> float:
        """Give the length that fills an angle at the eye, in millimetres."""
        return 2 * self.distance_mm * tan(radians(degrees) / 2)

    @property
    def smallest_text(self) -> int:
        """The font size below which nothing is drawn, in pixels."""
        return self.text(Role.CAPTION)

    @property
    def gap(self) -> int:
        """The unit of spacing: 4 mm at 55 cm, 21 mm at 4 m."""
        return self.px(self.subtending(0.42 if self.is_near else 0.3))

    @property
    def touch(self) -> int:
        """The smallest side of a touch target, in pixels: for a finger, and for its words.

        Letters grow with the distance, and fingers do not: a large screen that is read from afar
        would cut the words of a target that only a finger fits.
        """
        return max(self.px(TOUCH_MM), ceil(TOUCH_LETTERS * self.text(Role.BODY)))

    @property
    def apart(self) -> int:
        """The least space between two touch targets, in pixels: one more than it takes.

        Rows of many share their room in whole pixels, and some are a pixel wider then.
        """
        return int(APART_MM * self.px_per_mm) + 1

    def part(self, width: int, height: int, above: int = 0) -> "Screen":
        """Give a rectangle of it as a screen of its own, so many pixels above its lower edge."""
        return replace(
            self,
            width_px=width,
            height_px=height,
            diagonal_mm=hypot(width, height) / self.px_per_mm,
            bottom_mm=self.bottom_mm + above / self.px_per_mm,
        )

    def reach(self) -> tuple[int, int]:
        """Give the rows between which controls may stand, in pixels from the bottom."""
        lowest = (LOWEST_CONTROL_MM - self.bottom_mm) * self.px_per_mm
        highest = (self.highest_mm - self.bottom_mm) * self.px_per_mm
        return max(0, round(lowest)), max(0, min(self.height_px, round(highest)))
