"""Visitors of one day, drawn by chance."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from controller.hall.ids import ServiceId
from controller.simulation.assumptions import Assumptions
from wire.messages import Priority

HALF_HOUR = timedelta(minutes=30)
DOOR = timedelta(minutes=2)
"""What those who queued at the door take to get their tickets, once it is open."""


def arrivals(
    assumed: Assumptions, opens_at: datetime, chance: Random
) -> list[tuple[datetime, ServiceId]]:
    """Return when each visitor takes a ticket, and for what; in order of time."""
    kinds = list(assumed.work)
    shares = [work.share for work in assumed.work.values()]
    moments = sorted(_moments(assumed, opens_at, chance))
    return list(zip(moments, chance.choices(kinds, shares, k=len(moments)), strict=True))


def declared(assumed: Assumptions, chance: Random) -> Priority:
    """Return the class that a visitor declares; `normal`, when it is none."""
    if not assumed.classes:
        return "normal"  # and no chance is drawn: a seed gives the days that it always gave
    place = chance.random()
    for each, share in assumed.classes.items():
        if place < share:
            return each
        place -= share
    return "normal"


def _moments(assumed: Assumptions, opens_at: datetime, chance: Random) -> Iterator[datetime]:
    expected = assumed.visitors * assumed.weekdays.get(opens_at.weekday(), 1.0)
    expected *= _gamma(chance, 1.0, assumed.day_spread**2)
    for number, share in enumerate(assumed.half_hours):
        start = opens_at + number * HALF_HOUR
        mean = _gamma(chance, expected * share, expected * share * (assumed.bunching - 1))
        for _ in range(_poisson(chance, mean)):
            is_at_door = number == 0 and chance.random() < assumed.at_door
            yield start + chance.random() * (DOOR if is_at_door else HALF_HOUR)


def _gamma(chance: Random, mean: float, variance: float) -> float:
    """Draw from the gamma distribution of this mean and variance."""
    if mean <= 0 or variance <= 0:
        return mean
    return chance.gammavariate(mean * mean / variance, variance / mean)


def _poisson(chance: Random, mean: float) -> int:
    """Count the arrivals of a Poisson process of rate 1 in so much time."""
    count, at = 0, chance.expovariate(1.0)
    while at <= mean:
        count, at = count + 1, at + chance.expovariate(1.0)
    return count
