"""How many counters an office needs in each hour, so that its visitors are called in time."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil, sqrt

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

    def short(self, aim: float) -> tuple[int, ...]:
        """Return the hours from opening on that miss the aim."""
        return tuple(hour for hour, level in enumerate(self.levels) if level < aim)


def advise(
    staffed: Staffed,
    first: tuple[int, ...],
    opening: Callable[[datetime], datetime],
    aim: float,
    most: int,
) -> Advice:
    """Add counters, where the first hour falls short, until every hour reaches the aim.

    `first` is where to begin, `opening` tells when the hall opened on a visit's day; `aim` is
    a share from 0 to 1, `most` the counters that there may be in an hour. A queue that an hour
    leaves behind makes the next one late: so the earliest hour that falls short is mended
    first. What was added too much on the way is taken away again.
    """
    counters = [min(each, most) for each in first]
    while True:
        levels = levels_of(staffed(tuple(counters)), opening, len(counters))
        short = [hour for hour, level in enumerate(levels) if level < aim]
        room = [hour for hour in short if counters[hour] < most]
        if not short:
            return _trimmed(staffed, Advice(tuple(counters), levels, is_enough=True), opening, aim)
        if not room:
            return Advice(tuple(counters), levels, is_enough=False)
        counters[room[0]] += 1


def confirmed(
    staffed: Staffed,
    advice: Advice,
    opening: Callable[[datetime], datetime],
    aim: float,
    most: int,
) -> Advice:
    """Try the advice on other days than those it was drawn from, and add what it lacks there.

    Counters that were chosen because they just do on some days do a little worse on others. So
    each hour has to reach the aim here by more than one standard error, as far as `most` lets.
    """
    counters = list(advice.counters)
    while True:
        days = _tallies(staffed(tuple(counters)), opening, len(counters))
        levels = _levels(days, len(counters))
        sure = (level - error for level, error in zip(levels, _errors(days, levels), strict=True))
        room = [hour for hour, least in enumerate(sure) if least < aim and counters[hour] < most]
        if not room:
            return Advice(tuple(counters), levels, is_enough=min(levels) >= aim)
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
    return _levels(_tallies(visits, opening, hours), hours)


@dataclass(slots=True)
class _Tally:
    """How many came in each hour of a day, and how many of them were called in time."""

    came: list[int]
    on_time: list[int]


def _tallies(
    visits: Iterable[Visit], opening: Callable[[datetime], datetime], hours: int
) -> list[_Tally]:
    days: dict[date, _Tally] = {}
    for visit in visits:
        opened = opening(visit.issued_at)
        day = days.setdefault(opened.date(), _Tally([0] * hours, [0] * hours))
        hour = min(hours - 1, (visit.issued_at - opened) // HOUR)
        day.came[hour] += 1
        day.on_time[hour] += visit.is_on_time
    return list(days.values())


def _levels(days: list[_Tally], hours: int) -> tuple[float, ...]:
    came = [sum(day.came[hour] for day in days) for hour in range(hours)]
    on_time = [sum(day.on_time[hour] for day in days) for hour in range(hours)]
    return tuple(good / all_ if all_ else 1.0 for good, all_ in zip(on_time, came, strict=True))


def _errors(days: list[_Tally], levels: tuple[float, ...]) -> Iterator[float]:
    """Give the standard error of each hour's level.

    Visitors of one day wait together, so days are what is independent: the level is a ratio of
    two sums over them (Cochran, Sampling Techniques, 3rd edition 1977, section 2.11).
    """
    for hour, level in enumerate(levels):
        came = sum(day.came[hour] for day in days)
        squares = sum((day.on_time[hour] - level * day.came[hour]) ** 2 for day in days)
        yield sqrt(squares) / came if came else 0.0


def load(shares: tuple[float, ...], visitors: float, seconds: float, hours: int) -> tuple[int, ...]:
    """Return the counters that would just do if everybody came evenly: where to begin.

    `shares` are those of each half-hour, `seconds` what a visitor takes of a counter.
    """
    each = [
        sum(shares[2 * hour : 2 * hour + 2]) * visitors * seconds / 3600 for hour in range(hours)
    ]
    return tuple(max(1, ceil(round(need, 6))) for need in each)
