"""Whether the commune's logo has room beside its names: what is written goes first. No Kivy."""

from display.plan import FACTS_LINE, HEADER_AIR, NAME_LINE, Geometry

FACTS_WIDTH = 0.85 + 1.3 + 2.7
"""Who waits, how many, and the clock, in their letters' size."""

AROUND = 4
"""The spaces at both ends and within the names, in the geometry's units."""


def number_size(geometry: Geometry) -> float:
    """Return the font size of how many wait and of the clock, in pixels."""
    return geometry.unit * (3.2 if geometry.screen.is_portrait else 3.6)


def has_room_for_logo(geometry: Geometry, names: float, share: float) -> bool:
    """Whether the logo leaves the names their room.

    `names` is the width of the widest row of names in the smallest letters, in pixels; `share`
    is the width of the logo's tile, in its height.
    """
    height = geometry.header_height - 2 * HEADER_AIR * geometry.unit
    width: float = geometry.screen.width_px - AROUND * geometry.unit
    if geometry.screen.is_portrait:
        height *= 3 * NAME_LINE / (3 * NAME_LINE + FACTS_LINE)
    else:
        width -= FACTS_WIDTH * number_size(geometry) + 3 * geometry.screen.gap
    return names + share * height <= width
