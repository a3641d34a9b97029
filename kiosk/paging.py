"""Nothing scrolls: long lists are cut into leaves of equal size."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import TypeVar

from kiosk.page import Leaf

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Capacity:
    """How much one screen holds. Follows from its size."""

    offices: int
    services: int
    documents: int

    def __post_init__(self) -> None:
        if min(self.offices, self.services, self.documents) < 1:
            raise ValueError(f"a screen must hold one of each at least: {self}")


def cut(items: Sequence[Item], number: int, size: int) -> tuple[tuple[Item, ...], Leaf]:
    """Return the items of one leaf, and which leaf that is.

    Leaves are filled evenly: seven items by six make four and three. A number beyond
    the last leaf gives the last one.
    """
    count = max(1, ceil(len(items) / size))
    number = max(1, min(number, count))
    share, rest = divmod(len(items), count)
    starts = [leaf * share + min(leaf, rest) for leaf in range(count + 1)]
    return tuple(items[starts[number - 1] : starts[number]]), Leaf(number, count)
