"""When an item may play, on the hall's clocks.

A window that goes past midnight belongs to the day on which it begins: «Friday 22:00 to
02:00» lasts into Saturday, and is left out where Friday is.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Annotated, get_args

from pydantic import Field

from media.pack.model import Day as WeekDay
from media.playlist.kinds import Day, WallMoment, WallTime

WEEK: tuple[WeekDay, ...] = get_args(WeekDay)
"""The days of the week, as `date.weekday` counts them."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the day, on some days of the week: from `start`, and `end` no more."""

    start: WallTime
    end: WallTime
    days: Annotated[tuple[WeekDay, ...], Field(min_length=1, max_length=7)] = WEEK

    def __post_init__(self) -> None:
        """Refuse a window of which nobody can tell whether it is empty or a whole day."""
        if self.start == self.end:
            raise ValueError("begins and ends at the same time: leave a whole day without a window")

    def day_begun(self, wall: datetime) -> date | None:
        """Return the day on which it began, if it lasts when the hall's clocks show this."""
        day, now = wall.date(), wall.time()
        if self.start < self.end:
            lasts = self.start <= now < self.end
        else:
            lasts = now >= self.start or now < self.end
            day = day - _DAY if now < self.end else day
        return day if lasts and WEEK[day.weekday()] in self.days else None


class Holidays(StrEnum):
    """What the hall's holidays mean to an item."""

    AS_EVER = "as_ever"
    NEVER = "never"
    ONLY = "only"


@dataclass(frozen=True, slots=True)
class Validity:
    """From when until when, on which days, at what hours. Without any of it: always."""

    since: WallMoment | None = None
    until: WallMoment | None = None
    """The end, which is not part of it. Who says one of the two says both."""

    windows: Annotated[tuple[Window, ...], Field(max_length=20)] = ()
    holidays: Holidays = Holidays.AS_EVER
    not_on: Annotated[tuple[Day, ...], Field(max_length=400)] = ()
    only_on: Annotated[tuple[Day, ...], Field(max_length=400)] = ()
    """If there are any, on no other day."""

    def __post_init__(self) -> None:
        """Refuse a start without an end, and an end that comes before it."""
        if (self.since is None) != (self.until is None):
            raise ValueError("needs a start and an end (since and until), or neither")
        if self.since is not None and self.until is not None and self.until <= self.since:
            raise ValueError(f"ends at {self.until}, which is not after its start {self.since}")

    @property
    def has_days(self) -> bool:
        """Whether the day or the hour decides, between start and end."""
        is_chosen = self.not_on or self.only_on or self.holidays is not Holidays.AS_EVER
        return bool(self.windows or is_chosen)

    @property
    def is_timeless(self) -> bool:
        """Whether it holds whatever the clock says."""
        return self.since is None and not self.has_days

    def holds_at(self, wall: datetime, holidays: frozenset[date]) -> bool:
        """Whether day and hour are right when the hall's clocks show this (a naive time)."""
        if not self.windows:
            return self._is_right_day(wall.date(), holidays)
        begun = (window.day_begun(wall) for window in self.windows)
        return any(day is not None and self._is_right_day(day, holidays) for day in begun)

    def _is_right_day(self, day: date, holidays: frozenset[date]) -> bool:
        if day in self.not_on or (self.only_on and day not in self.only_on):
            return False
        match self.holidays:
            case Holidays.NEVER:
                return day not in holidays
            case Holidays.ONLY:
                return day in holidays
            case Holidays.AS_EVER:
                return True


ALWAYS = Validity()
