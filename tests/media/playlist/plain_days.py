"""A second telling of the schedule, minute by minute, as slow and as plain as can be."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo

from media.playlist.model import Item, Rank, Strength
from media.playlist.validity import WEEK, Holidays, Validity

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)

CHANGES = (
    ("2026-02-15T02:00", 0),
    ("2026-03-22T02:00", 1),
    ("2027-02-07T02:00", 0),
    ("2027-03-14T02:00", 1),
    ("2028-01-23T02:00", 0),
    ("2028-03-05T02:00", 1),
)
"""When Morocco's clocks are put back for Ramadan and on again, in UTC, by the rules of tz 2025b.

Newer rules know no change after September 2026; a hall must be right by either.
"""


class Ramadans(tzinfo):
    """Morocco's clocks by those rules."""

    def fromutc(self, moment: datetime) -> datetime:
        offset = self._offset(moment.replace(tzinfo=UTC))
        shown = moment + offset
        fold = int(offset == timedelta() and self._is_just_put_back(moment))
        return shown.replace(fold=fold)

    def utcoffset(self, moment: datetime | None) -> timedelta:
        """Of an hour that is shown twice the first or, with a fold, the second; of one left
        out, as the clocks went before it or, with a fold, after it."""
        assert moment is not None
        wall = moment.replace(tzinfo=UTC, fold=0)
        before, after = (self._offset(wall - timedelta(hours=each)) for each in (1, 0))
        return (before, after)[moment.fold]

    def dst(self, moment: datetime | None) -> timedelta:
        return timedelta()

    def tzname(self, moment: datetime | None) -> str:
        return "Morocco"

    def _is_just_put_back(self, moment: datetime) -> bool:
        return self._offset(moment.replace(tzinfo=UTC) - timedelta(hours=1)) > timedelta()

    def _offset(self, moment: datetime) -> timedelta:
        hours = 1
        for change, offset in CHANGES:
            if moment >= datetime.fromisoformat(change).replace(tzinfo=UTC):
                hours = offset
        return timedelta(hours=hours)


class PlainDays:
    """Some days of a hall's clock, minute by minute; `shown` is what it shows at each."""

    def __init__(self, first: datetime, days: int, zone: tzinfo, holidays: frozenset[date]) -> None:
        count = days * DAY // MINUTE
        self.moments = [first + minute * MINUTE for minute in range(count)]
        self.shown = [each.astimezone(zone).replace(tzinfo=None, fold=0) for each in self.moments]
        self.holidays = holidays
        self._latest = list(_running_max(self.shown))

    def due(self, items: tuple[Item, ...], minute: int) -> list[str]:
        """Return the ids of what may play in that minute, strongest rank first."""
        due = [each for each in items if self._is_due(each.validity, minute)]
        ranks = list(Rank)
        replacing = [ranks.index(each.rank) for each in due if each.strength is Strength.REPLACE]
        due = [each for each in due if ranks.index(each.rank) <= min(replacing, default=99)]
        if any(each.rank is not Rank.FALLBACK for each in due):
            due = [each for each in due if each.rank is not Rank.FALLBACK]
        return [each.id for each in sorted(due, key=lambda each: ranks.index(each.rank))]

    def _is_due(self, validity: Validity, minute: int) -> bool:
        latest, wall = self._latest[minute], self.shown[minute]
        if validity.since and not validity.since <= latest < validity.until:
            return False
        return any(start <= wall < end for start, end in self._spans(validity, wall.date()))

    def _spans(self, validity: Validity, today: date) -> Iterator[tuple[datetime, datetime]]:
        for begun in (today - DAY, today):
            if not self._is_right(validity, begun):
                continue
            midnight = datetime.combine(begun, datetime.min.time())
            if not validity.windows:
                yield midnight, midnight + DAY
            for each in validity.windows:
                if WEEK[begun.weekday()] in each.days:
                    start = datetime.combine(begun, each.start)
                    end = datetime.combine(begun, each.end)
                    yield start, end if end > start else end + DAY

    def _is_right(self, validity: Validity, begun: date) -> bool:
        is_holiday = begun in self.holidays
        match validity.holidays:
            case Holidays.NEVER if is_holiday:
                return False
            case Holidays.ONLY if not is_holiday:
                return False
        return begun not in validity.not_on and begun in (validity.only_on or (begun,))


def _running_max(walls: list[datetime]) -> Iterator[datetime]:
    latest = walls[0]
    for wall in walls:
        latest = max(latest, wall)
        yield latest
