"""A model with the record of its trial: what decides where it replaces the learned rule."""

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from typing import Any, Self

from controller.waits.forest import QuantileModel
from controller.waits.range import Range


@dataclass(frozen=True, slots=True)
class Tried:
    """What a model that had not seen this day would have said of a ticket."""

    queue: str
    day: int
    said: Range
    wait: float


@dataclass(frozen=True, slots=True)
class Trained:
    """A model that has learned until the evening of a day."""

    until: int
    """The last day that it learned from."""

    model: QuantileModel
    trial: tuple[Tried, ...]
    """What a twin, trained without the last days, said of them; in the order of the calls."""

    def to_json(self) -> dict[str, Any]:
        """Return it as it is kept in a JSON file."""
        return {
            "until": self.until,
            "model": self.model.to_json(),
            "trial": [
                [each.queue, each.day, *astuple(each.said), each.wait] for each in self.trial
            ],
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Self:
        """Return what was kept; raises `ValueError` when it is of another format."""
        trial = (Tried(queue, day, Range(*said), wait) for queue, day, *said, wait in kept["trial"])
        return cls(kept["until"], QuantileModel.from_json(kept["model"]), tuple(trial))
