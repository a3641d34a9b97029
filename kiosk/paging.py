"""Nothing scrolls: long lists are cut into leaves of equal size."""

from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass
from math import ceil
from typing import Protocol, TypeVar

from kiosk.leaf import Leaf
from kiosk.sheet_part import SheetPart
from media.pack import Procedure, Service
from wire.messages import Language

Item = TypeVar("Item")


class CutSheet(Protocol):
    """Cuts a procedure's sheet into what each of its leaves holds: one at least."""

    def __call__(
        self, language: Language, procedure: Procedure, service: Service | None, *, is_further: bool
    ) -> tuple[SheetPart, ...]:
        """Return the leaves; a service that is further names those before it, which takes room.

        Without a service no ticket is given for the procedure here.
        """


@dataclass(frozen=True, slots=True)
class Capacity:
    """How much one screen holds. Follows from its size."""

    offices: int
    services: int
    procedures: int
    events: int
    results: int
    ticks: int
    listed: int
    """Offices with their places, news with their days."""

    def __post_init__(self) -> None:
        if min(astuple(self)) < 1:
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


def packed(
    items: Sequence[Item], is_fitting: Callable[[tuple[Item, ...]], bool]
) -> tuple[tuple[Item, ...], ...]:
    """Return the items leaf by leaf, each leaf as full as it may be.

    An item that does not even fit alone has a leaf of its own. Without items there is one
    empty leaf.
    """
    leaves: list[tuple[Item, ...]] = [()]
    for item in items:
        longer = (*leaves[-1], item)
        if leaves[-1] and not is_fitting(longer):
            leaves.append((item,))
        else:
            leaves[-1] = longer
    return tuple(leaves)
