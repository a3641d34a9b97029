"""Contrast as it is measured on rendered pixels: WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from kiosk.touch_map import Rectangle

Lights = NDArray[np.float64]
"""The relative luminance of each pixel, 0 to 1."""

FEWEST = 12
"""Pixels of one shade that make it ink: fewer may be the ornament of an edge."""


def lights(picture: Image.Image) -> Lights:
    """Return the relative luminances of a picture, as WCAG 2.2 defines them."""
    shares = np.asarray(picture.convert("RGB"), dtype=np.float64) / 255
    linear = np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)
    weighed: Lights = linear @ np.array([0.2126, 0.7152, 0.0722])
    return weighed


def ratio(one: float, other: float) -> float:
    """Return the contrast of two luminances, 1 to 21."""
    low, high = sorted((one, other))
    return (high + 0.05) / (low + 0.05)


def text_contrast(seen: Lights, place: Rectangle) -> float:
    """Return how a text stands out from the ground on which most of its box lies.

    Letters have soft edges: their ink is the shade farthest from the ground that is there
    more than by accident. A box without ink has no contrast: 1.
    """
    box = _box(seen, place)
    if not box.size:
        return 1.0
    shades, counts = np.unique(np.round(box, 3), return_counts=True)
    ground = float(shades[np.argmax(counts)])
    inks = shades[counts >= min(FEWEST, counts.max())]
    return max(ratio(float(ink), ground) for ink in inks)


def edge_contrast(seen: Lights, place: Rectangle, reach: int) -> float:
    """Return how a control stands out from what is beside it, within `reach` pixels of its edge.

    Measured in the middle of each side; the best of the four counts, for one is enough to
    find it, and a neighbour may touch another.
    """
    return max(
        (_line_contrast(line) for line in _lines(seen, place, reach) if len(line) > 2), default=1.0
    )


def _lines(seen: Lights, place: Rectangle, reach: int) -> list[Lights]:
    """Return the pixels across each edge, from outside inwards."""
    row, column = place.top + place.height // 2, place.left + place.width // 2
    right, bottom = place.left + place.width, place.top + place.height
    rows, columns = seen.shape
    if not (0 <= row < rows and 0 <= column < columns):
        return []
    return [
        seen[row, max(0, place.left - reach) : place.left + reach],
        seen[row, right - reach : right + reach][::-1],
        seen[max(0, place.top - reach) : place.top + reach, column],
        seen[bottom - reach : bottom + reach, column][::-1],
    ]


def _line_contrast(line: Lights) -> float:
    outside = float(line[0])
    return max(ratio(outside, float(each)) for each in line)


def _box(seen: Lights, place: Rectangle) -> Lights:
    top, left = max(0, place.top), max(0, place.left)
    return seen[top : place.top + place.height, left : place.left + place.width]
