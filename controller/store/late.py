"""What was written of a day when a later one had begun: something put in, or a late closing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Select, func, select

from controller.hall import events
from controller.hall.events import CLOSING, Event
from controller.store.as_written import DAY, day_of, link_of, number_of, rows
from controller.store.chain import NO_DAY, Link
from controller.store.encoding import decode
from controller.store.tables import journal


@dataclass(frozen=True, slots=True)
class LateClosing:
    """That the program ended a day which nobody had closed, when a later one had begun."""

    seq: int
    """The first fact of it."""

    since: datetime
    """When what was written just before it happened: it was closed no sooner."""


def late_days(connection: Connection, hall: str) -> list[date]:
    """Return the days of which something was written when a later day had begun.

    Without those that were only closed late, by the program itself.
    """
    table = journal.c
    query = select(DAY, func.min(table.place), func.max(table.place))
    ours = query.where(table.hall == hall, table.place.is_not(None)).group_by(table.day)
    late: list[date] = []
    begun: int | None = None
    days = {day_of(day): (first, last) for day, first, last in connection.execute(ours)}
    days.pop(NO_DAY, None)
    for day, (first, last) in sorted(days.items(), reverse=True):
        is_late = begun is not None and number_of(last) > begun
        if is_late and begun is not None and late_closing(connection, hall, day, begun) is None:
            late.append(day)
        begun = number_of(first) if begun is None else min(begun, number_of(first))
    return late[::-1]


def late_closing(connection: Connection, hall: str, day: date, begun: int) -> LateClosing | None:
    """Return how the day was closed late; nothing when more of it was written than that.

    `begun` is the place in the order of writing at which a later day began.
    """
    table = journal.c
    ours = rows(connection).where(table.hall == hall, table.place > begun)
    late = connection.execute(ours.where(table.day == day).order_by(table.seq)).all()
    if not late or not is_closing([link_of(each) for each in late]):
        return None
    first = number_of(late[0].place)
    since = _moment_before(connection, rows(connection).where(table.hall == hall), first)
    return None if since is None else LateClosing(number_of(late[0].seq), since)


def is_closing(links: Iterable[Link]) -> bool:
    """Return whether the facts are no more than what the program writes when it ends a day.

    Nobody asked for them, and they happened at one moment. What they leave undone, opening
    counters, calling or serving anybody, somebody put in.
    """
    try:
        ended: Sequence[tuple[Link, Event]] = [(x, decode(x.kind, dict(x.event))) for x in links]
    except (KeyError, ValueError):
        return False
    is_ours = all(link.request is None and _is_of_closing(event) for link, event in ended)
    return is_ours and len({event.at for _, event in ended}) == 1


def _is_of_closing(event: Event) -> bool:
    match event:
        case events.NoShowRecorded(reason=reason) | events.TicketCancelled(reason=reason, by=None):
            return reason == CLOSING
        case events.ServiceFinished(outcome=outcome):
            return outcome == CLOSING
        case events.CounterClosed() | events.DayClosed() | events.EmergencyLifted(by=None):
            return True
        case _:
            return False


def _moment_before(
    connection: Connection, ours: Select[*tuple[object, ...]], place: int
) -> datetime | None:
    table = journal.c
    before = ours.where(table.place < place).order_by(table.place.desc()).limit(1)
    row = connection.execute(before).first()
    if row is None:
        return None
    try:
        return decode(row.kind, dict(link_of(row).event)).at
    except (KeyError, ValueError):
        return None
