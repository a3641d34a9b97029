"""The colours, and which may be written on which.

White walls, sand, the blue and green of zellige, saffron for what is new, and
terracotta for what is wrong.
"""

from typing import NamedTuple


class Color(NamedTuple):
    """An opaque colour; each channel 0 to 255."""

    red: int
    green: int
    blue: int

    @property
    def rgba(self) -> tuple[float, float, float, float]:
        """The colour as Kivy takes it."""
        return self.red / 255, self.green / 255, self.blue / 255, 1.0

    @property
    def hex(self) -> str:
        """The colour as CSS takes it."""
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"


class Palette(NamedTuple):
    """Every colour there is."""

    navy: Color = Color(0x12, 0x36, 0x57)
    """Headers; titles on light ground."""

    navy_deep: Color = Color(0x0B, 0x24, 0x3D)
    """A pressed navy; the ground of the hall screen's header."""

    navy_tint: Color = Color(0xE3, 0xEB, 0xF2)
    """Information on light ground."""

    green: Color = Color(0x00, 0x58, 0x40)
    """What to do next: the main button, the current call."""

    green_deep: Color = Color(0x00, 0x40, 0x2F)
    """A pressed green."""

    green_tint: Color = Color(0xDF, 0xEF, 0xE7)
    """What went well, on light ground."""

    sand: Color = Color(0xF6, 0xF1, 0xE6)
    """The ground of every screen."""

    sand_deep: Color = Color(0xE4, 0xDB, 0xC8)
    """Edges of cards, lines between rows."""

    plaster: Color = Color(0xFF, 0xFE, 0xFB)
    """Cards."""

    gold: Color = Color(0xE0, 0xA8, 0x2E)
    """Ornament, and notices, with ink upon it."""

    gold_tint: Color = Color(0xFB, 0xF0, 0xD4)
    """What asks for attention, on light ground."""

    terracotta: Color = Color(0x86, 0x2B, 0x17)
    """What is wrong, what ends something."""

    terracotta_deep: Color = Color(0x6A, 0x22, 0x12)
    """A pressed terracotta."""

    terracotta_tint: Color = Color(0xF8, 0xE4, 0xDD)
    """What went wrong, on light ground."""

    alert_yellow: Color = Color(0xF7, 0xD6, 0x3C)
    """The weather service's vigilance: yellow, orange, red; with ink upon it, red with plaster."""

    alert_orange: Color = Color(0xFF, 0x9C, 0x3A)
    alert_red: Color = Color(0xA8, 0x14, 0x1C)
    ink: Color = Color(0x17, 0x21, 0x2B)
    """Text."""

    slate: Color = Color(0x3E, 0x4A, 0x55)
    """Text of second rank."""

    rim: Color = Color(0x5F, 0x74, 0x88)
    """Around what can be touched: 3 : 1 and more beside every light ground (WCAG 2.2, 1.4.11)."""

    mist: Color = Color(0xEA, 0xE7, 0xDF)
    """What cannot be used now."""


PALETTE = Palette()
