"""Opening hours: the week, and the periods that differ from it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LOOK_AHEAD = 15
"""Days in which the next opening is looked for."""


@dataclass(frozen=True, slots=True)
class Session:
    """A stretch of a day in which the hall is open, on the hall's own clock."""

    start: time
    end: time


Week = Mapping[int, tuple[Session, ...]]
"""The sessions of each weekday, Monday = 0; a day that is missing is closed."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days on which other hours hold than in the week: Ramadan, a holiday, a strike."""

    first: date
    last: date
    week: Week = field(default_factory=dict)
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Timetable:
    """When the hall is open.

    The hours are those of the hall's clock; the zone's rules turn them into moments, so
    that a change of the clock (Morocco changes it for Ramadan) needs nothing here.
    """

    zone: ZoneInfo
    week: Week
    periods: tuple[Period, ...] = ()
    """The first one that holds the day counts."""

    def sessions(self, day: date) -> tuple[tuple[datetime, datetime], ...]:
        """Return the day's stretches from opening to closing; those that touch are one."""
        merged: list[tuple[datetime, datetime]] = []
        for session in sorted(self._sessions(day), key=lambda each: each.start):
            start, end = (self._at(day, clock) for clock in (session.start, session.end))
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return tuple(merged)

    def day(self, at: datetime) -> date:
        """Return the hall's day at this moment."""
        return at.astimezone(self.zone).date()

    def closes_at(self, at: datetime) -> datetime | None:
        """Return when the stretch ends that this moment lies in; nothing when it is closed."""
        day = self.day(at)
        return next((end for start, end in self.sessions(day) if start <= at < end), None)

    def opens_at(self, at: datetime) -> datetime | None:
        """Return when the next stretch after this moment begins; nothing within two weeks."""
        return next((start for start in self._starts(at, 0) if start > at), None)

    def opens_on_a_later_day(self, at: datetime) -> datetime | None:
        """Return when the next day's first stretch begins; nothing within two weeks."""
        return next(self._starts(at, 1), None)

    def _starts(self, at: datetime, ahead: int) -> Iterator[datetime]:
        """Give the openings of the days from so many after this moment's day on."""
        today = self.day(at)
        days = (today + timedelta(days=n) for n in range(ahead, LOOK_AHEAD))
        return (start for day in days for start, _ in self.sessions(day))

    def _sessions(self, day: date) -> tuple[Session, ...]:
        week = next((p.week for p in self.periods if p.first <= day <= p.last), self.week)
        return week.get(day.weekday(), ())

    def _at(self, day: date, clock: time) -> datetime:
        return datetime.combine(day, clock, self.zone)
