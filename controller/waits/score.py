"""How good the estimates were."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, Self

from controller.waits.range import Range

Method = Literal["age", "pace", "model"]
"""Head-of-line age after a prior; minutes for each place; the quantile model."""

Scored = Method | Literal["told"]
"""A method's ranges, whether they were told or not; or those that visitors were told."""

WEEK = 7
"""Days that are looked back on, today included."""


@dataclass(frozen=True, slots=True)
class Score:
    """What some estimates were worth."""

    count: int = 0
    error_sum: float = 0.0
    loss_sum: float = 0.0
    covered: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.count + other.count,
            self.error_sum + other.error_sum,
            self.loss_sum + other.loss_sum,
            self.covered + other.covered,
        )

    @classmethod
    def of(cls, told: Range, wait: float) -> Self:
        """Return the score of one estimate."""
        return cls(1, abs(told.likely - wait), told.loss(wait), int(told.covers(wait)))

    @property
    def error(self) -> float | None:
        """The mean absolute error of the likely wait, in minutes; nothing without estimates."""
        return self.error_sum / self.count if self.count else None

    @property
    def loss(self) -> float | None:
        """The mean pinball loss, in minutes; nothing without estimates."""
        return self.loss_sum / self.count if self.count else None

    @property
    def coverage(self) -> float | None:
        """The share of waits inside the range; nothing without estimates."""
        return self.covered / self.count if self.count else None


class Scores:
    """What the estimates of one method were worth, day by day, for a week."""

    def __init__(self) -> None:
        self._days: defaultdict[int, Score] = defaultdict(Score)

    @property
    def days(self) -> frozenset[int]:
        """The days that have a score."""
        return frozenset(self._days)

    def add(self, day: int, score: Score) -> None:
        """Take the score into account, and forget what is older than a week."""
        self._days[day] += score
        for old in [known for known in self._days if known <= day - WEEK]:
            del self._days[old]

    def of(self, days: Iterable[int]) -> Score:
        """Return the score of these days together."""
        return total(self._days[day] for day in days if day in self._days)

    def week(self, today: int) -> Score:
        """Return the score of the week that ends today."""
        return self.of(range(today - WEEK + 1, today + 1))


def total(scores: Iterable[Score]) -> Score:
    """Return all the scores in one."""
    return sum(scores, Score())
