"""The latest of some numbers."""

from bisect import bisect_left, insort
from collections import deque
from math import ceil


class Window:
    """Keeps the latest numbers, and tells which of them a share does not exceed."""

    def __init__(self, size: int) -> None:
        self._latest: deque[float] = deque()
        self._sorted: list[float] = []
        self._size = size

    def __len__(self) -> int:
        return len(self._sorted)

    def add(self, number: float) -> None:
        """Keep the number, and let the oldest go when there are too many."""
        if len(self._latest) == self._size:
            self.drop()
        self._latest.append(number)
        insort(self._sorted, number)

    def drop(self) -> None:
        """Let the oldest go; raises `IndexError` while there is none."""
        del self._sorted[bisect_left(self._sorted, self._latest.popleft())]

    def quantile(self, share: float) -> float:
        """Return the least number that a share (0 to 1) of all does not exceed (nearest rank).

        Raises `IndexError` while there is none.
        """
        return self._sorted[max(0, ceil(share * len(self._sorted)) - 1)]
