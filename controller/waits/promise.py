"""What a ticket was told, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from controller.waits.example import Example, row
from controller.waits.line import Sight
from controller.waits.moment import Moment
from controller.waits.range import Range
from controller.waits.score import Method, Scored


@dataclass(frozen=True, slots=True)
class Promise:
    """What a ticket was told when it was issued, and what else would have been."""

    queue: str
    issued: Moment
    sight: Sight
    said: Mapping[Method, Range] = field(default_factory=dict)
    """What each method said, before it was widened."""

    told: Mapping[Scored, Range] = field(default_factory=dict)
    """The same, widened; and what the visitor was told."""

    teaches: bool = True
    """Whether its wait says something about that of others."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A promise, and the wait that came of it."""

    promise: Promise
    wait: float
    """Minutes from issue to the first call."""

    @property
    def example(self) -> Example | None:
        """What a model may learn from it; nothing while the queue had no past of its own."""
        promise = self.promise
        if "pace" not in promise.said:
            return None
        asked = row(promise.sight, promise.said["pace"])
        return Example(promise.queue, promise.issued.day, asked, self.wait)
