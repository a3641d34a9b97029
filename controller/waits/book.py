"""What is known of each queue's estimates, method by method."""

from collections import defaultdict

from controller.waits.margin import Margin
from controller.waits.range import Range
from controller.waits.score import Method, Score, Scored, Scores

ENOUGH = 50
"""Waits of a week before a queue's own scores are believed; else those of all queues are."""

ALL = ""
"""The name under which all queues together are kept."""


class Book:
    """Widens what a method says, scores it, and tells which of two was better."""

    def __init__(self) -> None:
        self._margins: defaultdict[tuple[Method, str], Margin] = defaultdict(Margin)
        self._scores: defaultdict[tuple[Scored, str], Scores] = defaultdict(Scores)

    def widen(self, method: Method, queue: str, said: Range) -> Range:
        """Return the range as it may be told; the queue's own margin, when it has one."""
        for name in (queue, ALL):
            margin = self._margins.get((method, name))
            if margin is not None and margin.is_known:
                return margin.widen(said)
        return said

    def enter(self, method: Method, queue: str, day: int, said: Range, wait: float) -> None:
        """Remember what the wait of a ticket shows; `said` is the range before it was widened."""
        self.score(method, queue, day, self.widen(method, queue, said), wait)
        self.learn(method, queue, day, said, wait)

    def score(self, method: Scored, queue: str, day: int, told: Range, wait: float) -> None:
        """Remember how good it was to tell this range."""
        for name in (queue, ALL):
            self._scores[method, name].add(day, Score.of(told, wait))

    def learn(self, method: Method, queue: str, day: int, said: Range, wait: float) -> None:
        """Remember how much wider the range ought to have been."""
        for name in (queue, ALL):
            self._margins[method, name].learn(day, said, wait)

    def forget_margins(self, before: int) -> None:
        """Forget how wide ranges ought to have been on the days before this one."""
        for margin in self._margins.values():
            margin.forget(before)

    def forget(self, method: Method) -> None:
        """Begin a method's record anew."""
        for margin in [key for key in self._margins if key[0] == method]:
            del self._margins[margin]
        for scored in [key for key in self._scores if key[0] == method]:
            del self._scores[scored]

    def week(self, method: Scored, queue: str, today: int) -> Score:
        """Return a queue's score in the week that ends today."""
        return self._scores[method, queue].week(today)

    def both(self, new: Method, old: Method, queue: str) -> tuple[Score, Score]:
        """Return the scores of two methods on those of the week's days that both have."""
        ours, theirs = self._scores[new, queue], self._scores[old, queue]
        days = ours.days & theirs.days
        return ours.of(days), theirs.of(days)

    def is_better(self, new: Method, old: Method, queue: str) -> bool:
        """Whether the new method's ranges cost less on those of the week's days that both have."""
        for name in (queue, ALL):
            one, other = self.both(new, old, name)
            if min(one.count, other.count) >= ENOUGH:
                return (one.loss or 0.0) < (other.loss or 0.0)
        return False
