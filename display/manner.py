"""How a screen speaks calls: in which languages, how often, to whom, how loud."""

from collections.abc import Callable
from dataclasses import dataclass

from wire.messages import Language

BETWEEN_ORDERS = 6.0
"""Seconds of silence before an order is said again, in which people can be heard."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a screen speaks calls."""

    languages: tuple[Language, ...] = ("ar", "fr")
    times: int = 1
    """How often each call is said, as long as its visitor has not come; others come between."""

    counters: frozenset[int] = frozenset()
    """The counters of this loudspeaker's part of the hall; none stands for all."""

    volume: Callable[[], float] = lambda: 1.0
    """How high the sound is now, 0 to 1. At 0 no call is spoken."""

    between_orders: float = BETWEEN_ORDERS

    def is_near(self, counter: int) -> bool:
        """Whether this loudspeaker's part of the hall has the counter."""
        return not self.counters or counter in self.counters
