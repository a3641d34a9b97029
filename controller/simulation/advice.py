"""How many counters an office needs in each hour, so that its visitors are called in time."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from controller.simulation.turnout import Visit

HOUR = timedelta(hours=1)

Staffed = Callable[[tuple[int, ...]], Iterable[Visit]]
"""Simulates some days with so many counters in each hour from opening on."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What it takes, and what it gives."""

    counters: tuple[int, ...]
    """Counters in each hour from opening on."""

    levels: tuple[float, ...]
    """The share of those who took a ticket in each hour that was called in time."""

    is_enough: bool
    """Whether each hour reaches the aim; if not, `most` counters do not."""


def advise(
    staffed: Staffed,
    first: tuple[int, ...],
    opening: Callable[[datetime], datetime],
    aim: float,
    most: int,
) -> Advice:
    """Add counters, where the first hour falls short, until every hour reaches the aim.

    `first` is where to begin, `opening` tells when the hall opened on a visit's day; `aim` is
    a share from 0 to 1. A queue that an hour leaves behind makes the next one late: so the
    earliest hour that falls short is mended first. What was added too much on the way is
    taken away again.
    """
    counters = list(first)
    while True:
        levels = levels_of(staffed(tuple(counters)), opening, len(counters))
        short = [hour for hour, level in enumerate(levels) if level < aim]
        room = [hour for hour in short if counters[hour] < most]
        if not short:
            return _trimmed(staffed, Advice(tuple(counters), levels, is_enough=True), opening, aim)
        if not room:
            return Advice(tuple(counters), levels, is_enough=False)
        counters[room[0]] += 1


def _trimmed(
    staffed: Staffed, advice: Advice, opening: Callable[[datetime], datetime], aim: float
) -> Advice:
    """Take counters away, the last hour's first, as long as every hour reaches the aim."""
    hours = len(advice.counters)
    for hour in reversed(range(hours)):
        while advice.counters[hour] > 1:
            fewer = tuple(n - (at == hour) for at, n in enumerate(advice.counters))
            levels = levels_of(staffed(fewer), opening, hours)
            if min(levels) < aim:
                break
            advice = Advice(fewer, levels, is_enough=True)
    return advice


def levels_of(
    visits: Iterable[Visit], opening: Callable[[datetime], datetime], hours: int
) -> tuple[float, ...]:
    """Return the share called in time of those who came in each hour; 1 when nobody came."""
    came, on_time = [0] * hours, [0] * hours
    for visit in visits:
        hour = min(hours - 1, (visit.issued_at - opening(visit.issued_at)) // HOUR)
        came[hour] += 1
        on_time[hour] += visit.is_on_time
    return tuple(good / all_ if all_ else 1.0 for good, all_ in zip(on_time, came, strict=True))


def load(shares: tuple[float, ...], visitors: float, seconds: float, hours: int) -> tuple[int, ...]:
    """Return the counters that would just do if everybody came evenly: where to begin.

    `shares` are those of each half-hour, `seconds` what a visitor takes of a counter.
    """
    each = [
        sum(shares[2 * hour : 2 * hour + 2]) * visitors * seconds / 3600 for hour in range(hours)
    ]
    return tuple(max(1, ceil(round(need, 6))) for need in each)
