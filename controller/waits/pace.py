"""The wait as a queue's own past tells it: minutes for each place in the queue.

A place takes as long as it took those who joined the queue in a like place, at a like time of
the day, lately. This is local quantile regression: each past ticket weighs more, the more it
is like the one that asks (K. Yu and M. C. Jones, "Local Linear Quantile Regression", Journal of
the American Statistical Association 93, 1998); the weight of its place makes the median the
pace that would have had the least absolute error in minutes.
"""

from bisect import bisect_left, insort
from collections import deque
from collections.abc import Sequence
from itertools import accumulate
from math import exp, log
from typing import NamedTuple

from controller.waits.moment import Moment
from controller.waits.range import HIGH, LOW, Range

ENOUGH = 50
"""Tickets after which a queue's past is believed."""

KEPT = 500
"""Tickets of which a queue's past consists."""

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
    spot: float
    minute: float
    day: int
    kind: str


class Pace:
    """What one queue has learned."""

    def __init__(self) -> None:
        self._latest: deque[Past] = deque()
        self._sorted: list[Past] = []
        self._day = 0
        self._days: deque[int] = deque()

    def __len__(self) -> int:
        return len(self._latest)

    def days_before(self, day: int) -> int:
        """Return on how many days before this one there was something to learn."""
        return len(self._days) - (self._day == day)

    @property
    def is_known(self) -> bool:
        """Whether enough tickets were seen to believe them."""
        return len(self._latest) >= ENOUGH

    def learn(self, joined: Moment, ahead: int, wait: float, kind: str = "normal") -> None:
        """Remember that who joined then, and was of this class, waited so many minutes."""
        if joined.day != self._day:
            self._day = joined.day
            self._days.append(joined.day)
        if len(self) == KEPT:
            self._drop()
        place = ahead + 1
        past = Past(wait / place, place, _spot(ahead), joined.minute, joined.day, kind)
        self._latest.append(past)
        insort(self._sorted, past)

    def forget(self, before: int) -> None:
        """Forget the days before this one."""
        while self._days and self._days[0] < before:
            self._days.popleft()
        while self._latest and self._latest[0].day < before:
            self._drop()

    def _drop(self) -> None:
        del self._sorted[bisect_left(self._sorted, self._latest.popleft())]

    def range(self, ahead: int, minute: float, kind: str = "normal") -> Range | None:
        """Return the range for so many ahead at this minute; nothing before `ENOUGH` tickets."""
        if not self.is_known:
            return None
        sums = list(accumulate(self._weights(_spot(ahead), minute, kind)))
        low, likely, high = (self._pace(sums, share) * (ahead + 1) for share in (LOW, 0.5, HIGH))
        return Range.around(low, likely, high)

    def _weights(self, spot: float, minute: float, kind: str) -> Sequence[float]:
        return [
            (place if its_kind == kind else place * OTHER_CLASS)
            * exp(
                -abs(its_spot - spot)
                - abs(its_minute - minute) / LIKE_MINUTES
                - (self._day - day) / LIKE_DAYS
            )
            for _, place, its_spot, its_minute, day, its_kind in self._sorted
        ]

    def _pace(self, sums: Sequence[float], share: float) -> float:
        return self._sorted[bisect_left(sums, share * sums[-1])].pace


def _spot(ahead: int) -> float:
    """Return where a place lies, so that like places lie less than 1 apart."""
    return log(ahead + 1) / LIKE_PLACE + (NOBODY_AHEAD if ahead else 0.0)
