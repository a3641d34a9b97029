"""From what the hall's clocks show to moments that pass once.

A clock that is put back (in Morocco when Ramadan begins) shows an hour twice, and one that is
put forward leaves an hour out.
"""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo

MINUTE = timedelta(minutes=1)

_MOST_SHIFT = timedelta(hours=3)
"""No clock was put forward by more in our time."""


def first_instant(wall: datetime, zone: tzinfo) -> datetime:
    """Return the first moment, in UTC, at which the hall's clocks show this time or a later one.

    Of an hour that is shown twice it is the first; of one that is left out, the moment at
    which the clocks are put forward. `wall` is naive.
    """
    moment = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) == wall:
        return moment
    return clock_change(moment - _MOST_SHIFT, moment, zone)


def instants(wall: datetime, zone: tzinfo) -> Iterator[datetime]:
    """Yield the moments, in UTC, at which the hall's clocks show this time or leave it out."""
    yield first_instant(wall, zone)
    yield wall.replace(tzinfo=zone, fold=1).astimezone(UTC)


def clock_change(start: datetime, end: datetime, zone: tzinfo) -> datetime:
    """Return the first whole minute after `start` from which the clocks go as at `end`.

    They are changed once at most between the two, which are in UTC.
    """
    new = end.astimezone(zone).utcoffset()

    def is_changed(minute: int) -> bool:
        return (start + minute * MINUTE).astimezone(zone).utcoffset() == new

    minutes = range((end - start) // MINUTE + 1)
    return start + bisect_left(minutes, x=True, key=is_changed) * MINUTE
