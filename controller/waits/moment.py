"""Moments as a queue knows them: which day, and how late on it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Self


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A minute of a day."""

    day: int
    """Days since the year 1, as `date.toordinal` counts."""

    minute: float
    """Minutes since midnight, by the clock on the hall's wall."""

    @classmethod
    def of(cls, at: datetime) -> Self:
        """Return the moment of a local time."""
        seconds = (at.hour * 60 + at.minute) * 60 + at.second
        # As exact as a `timedelta` has it: a replay must not differ from what it replays.
        return cls(at.toordinal(), (seconds * 10**6 + at.microsecond) / 10**6 / 60)

    @classmethod
    def on(cls, day: date, minute: float) -> Self:
        """Return a minute of this day."""
        return cls(day.toordinal(), minute)
