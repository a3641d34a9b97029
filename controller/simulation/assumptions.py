"""What is assumed of visitors: when they come, what for, how long it takes, who does not come.

The shape of the day, the weekdays and the spread were measured on the open queue data of
Warsaw's district offices (16 offices, two weeks of January); handling times are assumptions to
be replaced by the commune's own (docs/simulation.md).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from types import MappingProxyType

from controller.hall.ids import ServiceId
from wire.messages import Priority

HALF_HOURS = (
    *(0.091, 0.054, 0.053, 0.061, 0.068, 0.076, 0.076, 0.076),
    *(0.072, 0.073, 0.068, 0.065, 0.062, 0.054, 0.040, 0.012),
)
"""The share of a day's tickets in each half-hour from opening on; the first has the queue at
the door."""

WEEKDAYS: Mapping[int, float] = MappingProxyType({0: 1.17, 1: 0.95, 2: 0.93, 3: 0.96, 4: 0.98})
"""How many more come than on a mean day, Monday = 0."""


def spread_over(shares: Sequence[float], count: int) -> tuple[float, ...]:
    """Return the same shape of a day in another number of half-hours."""
    edges = [sum(shares[:n]) for n in range(len(shares) + 1)]
    sums = [_between(edges, n * len(shares) / count) for n in range(count + 1)]
    return tuple(later - sooner for sooner, later in pairwise(sums))


def _between(edges: Sequence[float], at: float) -> float:
    """Return the value at a place between the edges, counted from 0."""
    before = min(int(at), len(edges) - 2)
    return edges[before] + (edges[before + 1] - edges[before]) * (at - before)


@dataclass(frozen=True, slots=True)
class Work:
    """One service: its share of the visitors, and how long it takes at the counter."""

    share: float
    """Beside the shares of the other services; they need not add up to one."""

    median: float
    """Minutes; half of all take longer."""


@dataclass(frozen=True, slots=True)
class Assumptions:
    """All that is drawn from."""

    visitors: float
    """On a mean day."""

    work: Mapping[ServiceId, Work]
    half_hours: tuple[float, ...] = HALF_HOURS
    weekdays: Mapping[int, float] = field(default_factory=lambda: WEEKDAYS)
    sigma: float = 0.6
    """Of the logarithm of the service times (lognormal, as Brown et al. 2005 found)."""

    day_spread: float = 0.2
    """Standard deviation of a day's number of visitors, in means."""

    bunching: float = 3.0
    """Variance ÷ mean of the number in half an hour: people come in groups (gamma-Poisson)."""

    at_door: float = 0.21
    """The share of the first half-hour's visitors who queued at the door before it opened: with
    it the first quarter of an hour has 5.5 % of the day, as in Warsaw."""

    no_show: float = 0.05
    walk: float = 20.0
    """Seconds from the call to the counter."""

    patience: float = 60.0
    """Seconds from the call to the no-show; nobody is called twice."""

    classes: Mapping[Priority, float] = field(default_factory=dict)
    """The shares of all visitors, from 0 to 1, who declare these; the others are `normal`."""
