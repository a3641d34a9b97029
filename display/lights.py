"""When a screen's glass has light: from a little before the hall opens to a little after. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated

from annotated_types import Ge, Le, MinLen

from media.pack.model import Day, Shift
from media.playlist.validity import WEEK

Minutes = Annotated[int, Ge(0), Le(240)]


@dataclass(frozen=True, slots=True)
class DarkSettings:
    """When the glass is dark because the hall is closed."""

    device: str = "none"
    """One of `hardware.devices.POWER_ADDRESSES`: what is switched off besides the picture."""

    minutes_before: Minutes = 20
    """From the light to the hall's opening."""

    minutes_after: Minutes = 30
    """From the hall's closing to the dark."""

    days: Annotated[tuple[Day, ...], MinLen(1)] = WEEK
    """Those on which the hall opens."""


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


def lights_of(dark: DarkSettings | None, hours: tuple[Shift, ...]) -> Lights | None:
    """Return when the glass of a hall with these hours has light; nothing for always."""
    if dark is None:
        return None
    before, after = timedelta(minutes=dark.minutes_before), timedelta(minutes=dark.minutes_after)
    return Lights(hours, before, after, dark.days)
