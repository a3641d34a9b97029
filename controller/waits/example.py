"""What a model learns from."""

from array import array
from dataclasses import dataclass

from controller.waits.line import Sight
from controller.waits.range import Range


@dataclass(frozen=True, slots=True)
class Example:
    """What was seen when a ticket was issued, and what came of it."""

    queue: str
    day: int
    row: "array[float]"
    """What the model is asked with."""

    wait: float
    """Minutes from issue to the first call."""


def row(sight: Sight, pace: Range) -> "array[float]":
    """Return what a model is asked with: what is seen, and what the queue's own past says."""
    return sight.features + array("d", (pace.low, pace.likely, pace.high))
