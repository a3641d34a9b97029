"""How well one colour stands out from another (WCAG 2.2: contrast ratio, relative luminance)."""

from media.look.theme import Color

TEXT = 4.5
"""What text needs at least, as a ratio (1.4.3)."""

EDGE = 3.0
"""What an edge needs at least that tells something (1.4.11)."""

_RED, _GREEN, _BLUE = 0.2126, 0.7152, 0.0722


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of two colours, 1 to 21, whichever is the lighter."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: Color) -> float:
    """Return the relative luminance, 0 for black to 1 for white."""
    red, green, blue = (_linear(channel / 255) for channel in color)
    return _RED * red + _GREEN * green + _BLUE * blue


def shaded(color: Color, share: float) -> Color:
    """Return the colour with so much of its light, 0 to 1."""
    return Color(*(round(channel * share) for channel in color))


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
