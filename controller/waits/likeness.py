"""How much each ticket of a queue's past weighs for one who asks.

A weight falls exponentially with each distance: of place, of time of day, of days. Exponentials
of sums are products, so whatever does not depend on who asks is worked out once a day, and an
answer needs two multiplications for each past ticket, and one exponential for each place.
"""

from collections.abc import Iterable
from math import exp, log
from typing import NamedTuple

LIKE_PLACE = 0.5
"""A place e^0.5 times as far back, or a quarter of the past tickets' weight ..."""

LIKE_MINUTES = 90.0
"""... or so many minutes later in the day, or earlier, ..."""

LIKE_DAYS = 5.0
"""... or so many days ago weighs 1/e of a ticket just like the one that asks."""

OTHER_CLASS = exp(-2.0)
"""What a past ticket of another class weighs, beside one of the same class."""

NOBODY_AHEAD = 2.0
"""Finding nobody is another world: so many times further than its distance."""


class Past(NamedTuple):
    """How it went for one ticket. In order of pace."""

    pace: float
    place: int
    minute: float
    day: int
    kind: str


class Likeness:
    """The weights of past tickets, in an order that its user keeps."""

    def __init__(self) -> None:
        self._day = 0
        self._groups: dict[tuple[int, str], int] = {}
        """The places and classes that there are among the tickets, and their numbers."""

        self._known: list[tuple[int, float, float, float]] = []
        """Of each ticket its group, its minute, and what it weighs for who joins later in the
        day, and earlier, but for what depends on that. Plain tuples: they are read the quickest."""

    def begin(self, day: int, pasts: Iterable[Past]) -> None:
        """Weigh these tickets, in their order, as they count on this day."""
        self._day, self._groups = day, {}
        self._known = [self._weighed(past) for past in pasts]

    def insert(self, index: int, past: Past) -> None:
        """Weigh one ticket more, before the one at this index."""
        self._known.insert(index, self._weighed(past))

    def remove(self, index: int) -> None:
        """Let the ticket at this index go."""
        del self._known[index]

    def weights(self, ahead: int, minute: float, kind: str) -> list[float]:
        """Return what each weighs for who joins then, is of this class and has so many ahead.

        Only their shares of the sum mean something.
        """
        sooner = [self._group(*group, ahead, kind) for group in self._groups]
        scale = exp(2 * minute / LIKE_MINUTES)
        later = [scale * weight for weight in sooner]
        return [
            sooner[group] * before if its_minute <= minute else later[group] * after
            for group, its_minute, before, after in self._known
        ]

    def _weighed(self, past: Past) -> tuple[int, float, float, float]:
        age, hours = (self._day - past.day) / LIKE_DAYS, past.minute / LIKE_MINUTES
        group = self._groups.setdefault((past.place, past.kind), len(self._groups))
        return group, past.minute, exp(hours - age), exp(-hours - age)

    def _group(self, place: int, its_kind: str, ahead: int, kind: str) -> float:
        weight = place * exp(-abs(_spot(place - 1) - _spot(ahead)))
        return weight if its_kind == kind else weight * OTHER_CLASS


def _spot(ahead: int) -> float:
    """Return where a place lies, so that like places lie less than 1 apart."""
    return log(ahead + 1) / LIKE_PLACE + (NOBODY_AHEAD if ahead else 0.0)
