"""What came of the simulated days, in figures."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import fmean

from controller.simulation import Turnout, Visit

HALF_HOUR = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Waits:
    """The waits of some visits."""

    visits: int
    mean: float
    """Minutes, as the 90th percentile."""

    p90: float
    level: float
    """The share that was called in time; who was never called was not."""


@dataclass(frozen=True, slots=True)
class Evening:
    """What was left to do at closing, on some days."""

    called: int
    """Tickets that were called after closing."""

    days: int
    """Days on which there were any."""

    mean: timedelta
    """From closing until the last visitor had left, over all days."""

    longest: timedelta
    never: int
    """Tickets that nobody called at all: no counter that was open gave their service."""


def together(days: Sequence[Turnout]) -> Turnout:
    """Return who came on all these days."""
    return Turnout(
        tuple(visit for day in days for visit in day.visits),
        tuple(wish for day in days for wish in day.turned_away),
    )


def evening_of(days: Sequence[Turnout], closing: Callable[[datetime], datetime]) -> Evening:
    """Return what was left at closing; `closing` tells it of a visit's day."""
    late = [sum(_is_late(visit, closing) for visit in day.visits) for day in days]
    lasted = [_after(day, closing) for day in days]
    never = sum(visit.called_at is None for day in days for visit in day.visits)
    mean = sum(lasted, timedelta()) / len(days)
    return Evening(sum(late), sum(map(bool, late)), mean, max(lasted), never)


def _is_late(visit: Visit, closing: Callable[[datetime], datetime]) -> bool:
    return visit.called_at is not None and visit.called_at >= closing(visit.issued_at)


def _after(day: Turnout, closing: Callable[[datetime], datetime]) -> timedelta:
    """Return how long after closing the last visitor of a day left."""
    lasted = (v.left_at - closing(v.issued_at) for v in day.visits if v.left_at is not None)
    return max([timedelta(), *lasted])


def waits_of(visits: Sequence[Visit]) -> Waits:
    """Return the figures of these visits, of which there is at least one."""
    waits = sorted(visit.wait / 60 for visit in visits if visit.wait is not None)
    on_time = sum(visit.is_on_time for visit in visits)
    p90 = waits[max(0, -(-9 * len(waits) // 10) - 1)] if waits else 0.0
    return Waits(len(visits), fmean(waits) if waits else 0.0, p90, on_time / len(visits))


def by_half_hour(
    visits: Iterable[Visit], opening: Callable[[datetime], datetime], count: int
) -> list[Waits | None]:
    """Return the figures of those who came in each half-hour; nothing where nobody did."""
    came: list[list[Visit]] = [[] for _ in range(count)]
    for visit in visits:
        came[min(count - 1, (visit.issued_at - opening(visit.issued_at)) // HALF_HOUR)].append(
            visit
        )
    return [waits_of(each) if each else None for each in came]


def whole(values: Sequence[float]) -> list[int]:
    """Return the values rounded so that they add up to their rounded sum."""
    floors = [int(value) for value in values]
    left = round(sum(values)) - sum(floors)
    by_rest = sorted(range(len(values)), key=lambda n: floors[n] - values[n])
    for n in by_rest[:left]:
        floors[n] += 1
    return floors
