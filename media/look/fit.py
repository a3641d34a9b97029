"""The largest size at which a text fits its box."""

from collections.abc import Callable
from typing import NamedTuple


class Fit(NamedTuple):
    """A font size in pixels, and whether the text fits its box with it."""

    size: int
    is_fitting: bool


def largest_fit(is_fitting: Callable[[int], bool], largest: int, smallest: int) -> Fit:
    """Find the largest size from `smallest` to `largest` that fits, by halves.

    Where none does, it is the smallest, and not fitting. A text that fits in a size is
    taken to fit in every smaller one.
    """
    if is_fitting(largest):
        return Fit(largest, is_fitting=True)
    low, high = min(smallest, largest), largest
    if not is_fitting(low):
        return Fit(low, is_fitting=False)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if is_fitting(middle) else (low, middle)
    return Fit(low, is_fitting=True)
