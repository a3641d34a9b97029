"""The wait as a queue's own past tells it: minutes for each place in the queue.

A place takes as long as it took those who joined the queue in a like place, at a like time of
the day, lately. This is local quantile regression: each past ticket weighs more, the more it
is like the one that asks (K. Yu and M. C. Jones, "Local Linear Quantile Regression", Journal of
the American Statistical Association 93, 1998); the weight of its place makes the median the
pace that would have had the least absolute error in minutes.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from itertools import accumulate

from controller.waits.likeness import Likeness, Past
from controller.waits.moment import Moment
from controller.waits.range import HIGH, LOW, Range

ENOUGH = 50
"""Tickets after which a queue's past is believed."""

KEPT = 500
"""Tickets of which a queue's past consists."""


class Pace:
    """What one queue has learned."""

    def __init__(self) -> None:
        self._latest: deque[Past] = deque()
        self._sorted: list[Past] = []
        self._likeness = Likeness()
        """Of the past tickets, in the same order."""

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

    def begin(self, day: int) -> None:
        """Remember that there is something to learn on this day."""
        if day != self._day:
            self._day = day
            self._days.append(day)
            self._likeness.begin(day, self._sorted)

    def learn(self, joined: Moment, ahead: int, wait: float, kind: str = "normal") -> None:
        """Remember that who joined then, and was of this class, waited so many minutes."""
        self.begin(joined.day)
        if len(self) == KEPT:
            self._drop()
        place = ahead + 1
        past = Past(wait / place, place, joined.minute, joined.day, kind)
        self._latest.append(past)
        index = bisect_left(self._sorted, past)
        self._sorted.insert(index, past)
        self._likeness.insert(index, past)

    def forget(self, before: int) -> None:
        """Forget the days before this one."""
        while self._days and self._days[0] < before:
            self._days.popleft()
        while self._latest and self._latest[0].day < before:
            self._drop()

    def _drop(self) -> None:
        index = bisect_left(self._sorted, self._latest.popleft())
        del self._sorted[index]
        self._likeness.remove(index)

    def range(self, ahead: int, minute: float, kind: str = "normal") -> Range | None:
        """Return the range for so many ahead at this minute; nothing before `ENOUGH` tickets."""
        if not self.is_known:
            return None
        sums = list(accumulate(self._likeness.weights(ahead, minute, kind)))
        low, likely, high = (self._pace(sums, share) * (ahead + 1) for share in (LOW, 0.5, HIGH))
        return Range.around(low, likely, high)

    def _pace(self, sums: Sequence[float], share: float) -> float:
        return self._sorted[bisect_left(sums, share * sums[-1])].pace
