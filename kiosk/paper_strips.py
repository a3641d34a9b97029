"""Paper as strips from top to bottom: blanks, rules, and strips under one another."""

from dataclasses import dataclass
from math import cos, pi, sin

from PIL import Image, ImageDraw

from hardware.ports import PrinterProfile
from kiosk.paper_text import WHITE

WIDE = 72.0
"""Printable millimetres of the paper that sizes are for: 80 mm wide."""

MARGIN = 2.0
"""Blank millimetres left and right."""


@dataclass(frozen=True, slots=True)
class Strips:
    """Makes strips as wide as one printer's head."""

    dots: int
    per_mm: float

    @classmethod
    def of(cls, profile: PrinterProfile) -> "Strips":
        """Return them for a printer."""
        return cls(profile.dots, profile.dpi / 25.4)

    @property
    def scale(self) -> float:
        """How much smaller texts are than on paper of 80 mm."""
        return min(1.0, self.dots / self.per_mm / WIDE)

    @property
    def width(self) -> int:
        """The dots between the margins."""
        return self.dots - 2 * self.mm(MARGIN)

    def mm(self, length: float) -> int:
        """Return a length in dots."""
        return round(length * self.per_mm)

    def gap(self, length: float) -> Image.Image:
        """Return so many blank millimetres, fewer on narrow paper."""
        return blank(self.dots, self.mm(length * self.scale))

    def rule(self) -> Image.Image:
        """Return a line with an eight-pointed star in its middle."""
        radius, thick = self.mm(1.9), max(2, self.mm(0.3))
        strip = blank(self.dots, 2 * radius + 1)
        draw = ImageDraw.Draw(strip)
        middle, clear = self.dots // 2, round(radius * 1.9)
        left, right, top = self.mm(MARGIN), self.dots - self.mm(MARGIN), radius - thick // 2
        draw.rectangle((left, top, middle - clear, top + thick - 1), fill=0)
        draw.rectangle((middle + clear, top, right - 1, top + thick - 1), fill=0)
        draw.polygon(star(middle, radius, radius), fill=0)
        return strip


def star(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    """Return the corners of two squares, one turned by an eighth, laid over each other."""
    inner = radius * cos(pi / 4) / cos(pi / 8)
    reaches = ((inner if corner % 2 else radius, corner * pi / 8) for corner in range(16))
    return [(x + reach * sin(turn), y - reach * cos(turn)) for reach, turn in reaches]


def blank(width: int, height: int) -> Image.Image:
    """Return white paper, in dots."""
    return Image.new("1", (width, height), WHITE)


def stacked(width: int, strips: list[Image.Image]) -> Image.Image:
    """Return the strips under one another, each in the middle."""
    paper = blank(width, sum(strip.height for strip in strips))
    top = 0
    for strip in strips:
        paper.paste(strip, ((width - strip.width) // 2, top))
        top += strip.height
    return paper
