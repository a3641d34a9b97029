"""The largest size at which a text fits its box."""

from collections.abc import Callable
from typing import NamedTuple


class Fit(NamedTuple):
    """A font size in pixels, and whether the text fits its box with it."""

    size: int
    is_fitting: bool


SMALLEST_SHARE = 0.4
"""A text that cannot fit legibly is drawn whole and too small, not cut: down to this share."""


def largest_fit(is_fitting: Callable[[int], bool], largest: int, smallest: int) -> Fit:
    """Find the largest size from `smallest` to `largest` that fits.

    Where none does, it is a smaller one, and not fitting.
    """
    # Most texts fit at once: measuring them is what a page's turning costs.
    if is_fitting(largest):
        return Fit(largest, is_fitting=True)
    low = min(smallest, largest)
    if is_fitting(low):
        return Fit(_between(is_fitting, low, largest), is_fitting=True)
    least = max(1, round(low * SMALLEST_SHARE))
    return Fit(_between(is_fitting, least, low), is_fitting=False)


def _between(is_fitting: Callable[[int], bool], low: int, high: int) -> int:
    """Search by halves below `high`: what fits in a size is taken to fit in every smaller one."""
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if is_fitting(middle) else (low, middle)
    return low
