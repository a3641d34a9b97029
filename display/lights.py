"""When a screen's glass has light: from a little before the hall opens to a little after. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from media.pack.model import Day, Shift
from media.playlist.validity import WEEK


@dataclass(frozen=True, slots=True)
class Lights:
    """The hours of the hall's own wall clock, whatever zone and season it is in."""

    hours: tuple[Shift, ...]
    before: timedelta
    """How long before an opening the glass is lit."""

    after: timedelta
    """How long after a closing it still is."""

    days: tuple[Day, ...] = WEEK
    """Those on which the hall opens."""

    def are_on(self, wall: datetime) -> bool:
        """Whether the glass has light at this moment of the hall's clock."""
        now = wall.replace(tzinfo=None)
        return any(since <= now < until for since, until in self._spans(now))

    def _spans(self, now: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Give the times of light around a moment; one that begins late reaches over midnight."""
        for days in (-1, 0, 1):
            day = now.date() + timedelta(days=days)
            if WEEK[day.weekday()] in self.days:
                for shift in self.hours:
                    since = datetime.combine(day, shift.start) - self.before
                    yield since, datetime.combine(day, shift.end) + self.after
