"""Answers that were worked out before."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Answer = TypeVar("Answer")


class Remembered(Generic[Answer]):
    """The latest answers, so many at most; the one not asked for the longest goes first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._answers: OrderedDict[Hashable, Answer] = OrderedDict()

    def of(self, question: Hashable, work_out: Callable[[], Answer]) -> Answer:
        """Give the answer to a question; it is worked out when it is not remembered."""
        if question in self._answers:
            self._answers.move_to_end(question)
            return self._answers[question]
        found = self._answers[question] = work_out()
        if len(self._answers) > self._most:
            self._answers.popitem(last=False)
        return found
