"""Answers that were worked out before."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Answer = TypeVar("Answer")


class Remembered(Generic[Answer]):
    """The latest answers, so many at most; the one not asked for the longest goes first.

    What is learnt after `keep_aside` is forgotten with `forget_aside`: a visitor's words are
    not kept for the next one.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._answers: OrderedDict[Hashable, Answer] = OrderedDict()
        self._aside: dict[Hashable, Answer] | None = None

    def of(self, question: Hashable, work_out: Callable[[], Answer]) -> Answer:
        """Give the answer to a question; it is worked out when it is not remembered."""
        if question in self._answers:
            self._answers.move_to_end(question)
            return self._answers[question]
        if self._aside is not None:
            return self._of_aside(self._aside, question, work_out)
        found = self._answers[question] = work_out()
        if len(self._answers) > self._most:
            self._answers.popitem(last=False)
        return found

    def keep_aside(self) -> None:
        """Keep what is new by itself from now on."""
        self._aside = {} if self._aside is None else self._aside

    def forget_aside(self) -> None:
        """Forget what was kept by itself, and remember what is new again."""
        self._aside = None

    def _of_aside(
        self, aside: dict[Hashable, Answer], question: Hashable, work_out: Callable[[], Answer]
    ) -> Answer:
        if question not in aside:
            aside[question] = work_out()
        return aside[question]
