"""What a screen may play at a moment, and when that may change. Pure: no clock, no polling."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo
from enum import StrEnum

from media.playlist.instants import clock_change, first_instant, instants
from media.playlist.model import Item, Rank, Revision, Spot, Strength, is_stronger
from media.playlist.validity import Validity

_DAY = timedelta(days=1)


class ClockTrust(StrEnum):
    """Where a screen has its time from."""

    RTC = "rtc"
    """A clock with a battery, in the machine."""

    NTP = "ntp"
    CONTROLLER = "controller"
    NONE = "none"
    """Nowhere: it is a guess."""


@dataclass(frozen=True, slots=True)
class Due:
    """The items that may play now, strongest rank first, and until when that is so."""

    items: tuple[Item, ...] = ()
    until: datetime | None = None
    """The moment, in UTC, before which the answer stays; nothing: as long as the revision does."""


def schedule(revision: Revision, spot: Spot, moment: datetime | None, trust: ClockTrust) -> Due:
    """Return what a screen may play at a moment.

    `moment` is on the hall's clocks, in the hall's own zone. While it is not known, or is a
    guess, only what holds whatever the clock says is played. What is not due is absent: so is
    all of a lower rank while something replaces it, and the fallback while there is anything
    else. Raises `ValueError` for a moment without a zone.
    """
    items = revision.items_on(spot)
    if moment is None or trust is ClockTrust.NONE:
        return Due(_present([item for item in items if item.validity.is_timeless]))
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no zone")
    now, zone, holidays = moment.astimezone(UTC), moment.tzinfo, frozenset(revision.holidays)
    wall = moment.replace(tzinfo=None)
    due = [
        item
        for item in items
        if _is_begun(item.validity, now, zone) and item.validity.holds_at(wall, holidays)
    ]
    changes = (each for item in items for each in _changes(item.validity, now, zone))
    return Due(_present(due), min(changes, default=None))


def _is_begun(validity: Validity, now: datetime, zone: tzinfo) -> bool:
    """Whether a moment lies between start and end: once over, it never comes back.

    The clock may be put back over the end; the moment itself passes once.
    """
    if validity.since is None or validity.until is None:
        return True
    return first_instant(validity.since, zone) <= now < first_instant(validity.until, zone)


def _changes(validity: Validity, now: datetime, zone: tzinfo) -> Iterator[datetime]:
    """Yield moments after now, the first of which comes no later than the validity's change."""
    ends = (first_instant(end, zone) for end in (validity.since, validity.until) if end)
    yield from (end for end in ends if end > now)
    if validity.has_days and _is_begun(validity, now, zone):
        yield _next_turn(validity, now, zone)


def _next_turn(validity: Validity, now: datetime, zone: tzinfo) -> datetime:
    """Return the next moment at which day or hour may decide otherwise: at midnight at the latest.

    Where the clocks are put on or back before it, that moment.
    """
    today = now.astimezone(zone).date()
    times = {time(), *(end for each in validity.windows for end in (each.start, each.end))}
    walls = [datetime.combine(day, each) for day in (today, today + _DAY) for each in times]
    turn = min(each for wall in walls for each in instants(wall, zone) if each > now)
    if turn.astimezone(zone).utcoffset() != now.astimezone(zone).utcoffset():
        return min(turn, clock_change(now, turn, zone))
    return turn


def _present(due: Sequence[Item]) -> tuple[Item, ...]:
    """Return those that are not kept away by others, strongest rank first."""
    replacing = {item.rank for item in due if item.strength is Strength.REPLACE}
    others = {item.rank for item in due if item.rank is not Rank.FALLBACK}
    present = (rank for rank in Rank if not any(is_stronger(each, rank) for each in replacing))
    ranks = [rank for rank in present if rank is not Rank.FALLBACK or not others]
    return tuple(item for rank in ranks for item in due if item.rank is rank)
