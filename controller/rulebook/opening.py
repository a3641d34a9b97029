"""How long a hall is open, as its hours are written."""

from collections.abc import Iterable, Iterator
from datetime import time

from controller.hall.hours import Session
from controller.rulebook.model import DAYS, HoursFields, Sessions, WeekFields

DAY = 24 * 60.0
"""Minutes."""


def longest_stretch(hours: HoursFields) -> float:
    """Return the minutes of the longest time for which the hall stays open; 0 if it never is."""
    return max(map(_longest, _days(hours)))


def longest_day(hours: HoursFields, closes_after: float | None) -> float:
    """Return the most minutes from a day's first opening until the day is closed by itself."""
    open_days = filter(None, _days(hours))
    return max((_length(day, closes_after) for day in open_days), default=0.0)


def first_opening(hours: HoursFields) -> float:
    """Return when a day opens soonest, in minutes after midnight; a day's end if it never does."""
    return min((minutes(each.start) for day in _days(hours) for each in day), default=DAY)


def last_closing(sessions: Iterable[Session]) -> float:
    """Return when a day closes for the last time, in minutes after midnight; 0 on a closed day."""
    return max((minutes(each.end) for each in sessions), default=0.0)


def closings(hours: HoursFields) -> tuple[float, ...]:
    """Return the last closing of each open day of the week and of the periods."""
    return tuple(
        last_closing(getattr(week, day)) for week, days in open_weeks(hours) for day in days
    )


def open_weeks(hours: HoursFields) -> Iterator[tuple[WeekFields, tuple[str, ...]]]:
    """Give the week, then each period, with those of its weekdays on which it is open."""
    yield hours, _open_on(hours, DAYS)
    for period in hours.periods:
        days = min((period.last - period.first).days + 1, len(DAYS))
        first = period.first.weekday()
        held = {DAYS[(first + number) % len(DAYS)] for number in range(days)}
        yield period, _open_on(period, [day for day in DAYS if day in held])


def _open_on(week: WeekFields, days: Iterable[str]) -> tuple[str, ...]:
    return tuple(day for day in days if getattr(week, day))


def stretches(sessions: Iterable[Session]) -> Iterator[tuple[float, float]]:
    """Give the minutes after midnight from opening to closing; sessions that touch are one."""
    start = end = -1.0
    for each in sorted(sessions, key=lambda each: each.start):
        if minutes(each.start) > end:
            if end >= 0:
                yield start, end
            start = minutes(each.start)
        end = max(end, minutes(each.end))
    if end >= 0:
        yield start, end


def minutes(clock: time) -> float:
    """Return the minutes after midnight."""
    return clock.hour * 60 + clock.minute


def _days(hours: HoursFields) -> Iterator[Sessions]:
    return (getattr(week, day) for week in (hours, *hours.periods) for day in DAYS)


def _longest(sessions: Sessions) -> float:
    return max((end - start for start, end in stretches(sessions)), default=0.0)


def _length(sessions: Sessions, closes_after: float | None) -> float:
    first = min(minutes(each.start) for each in sessions)
    last = max(minutes(each.end) for each in sessions)
    return (DAY if closes_after is None else min(DAY, last + closes_after)) - first
