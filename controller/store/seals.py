"""The seals in the database: what comes before a row, and whether a day holds."""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import Connection, func, select

from controller.store.chain import BEGINNING, Break, Link, breaks
from controller.store.tables import journal


def seal_before(connection: Connection, hall: str, day: date, seq: int) -> str:
    """Return the seal of the row before this place; across nights, of the last day's last."""
    table = journal.c
    earlier = (table.day < day) | ((table.day == day) & (table.seq < seq))
    query = (
        select(table.seal)
        .where(table.hall == hall, earlier)
        .order_by(table.day.desc(), table.seq.desc())
        .limit(1)
    )
    return connection.execute(query).scalar() or BEGINNING


def broken(connection: Connection, hall: str, day: date) -> list[Break]:
    """Return where the journal of a day was changed after it was written.

    Rows from before there were seals have none, and prove nothing: they are left out.
    """
    rows = list(_sealed(connection, hall, day))
    if not rows:
        return []
    first = rows[0][0].seq
    return breaks(rows, seal_before(connection, hall, day, first), first)


def last_day(connection: Connection, hall: str) -> date | None:
    """Return the latest day that the journal knows; nothing when it is empty."""
    return connection.execute(
        select(func.max(journal.c.day)).where(journal.c.hall == hall)
    ).scalar()


def last_seal(connection: Connection, hall: str, day: date) -> str:
    """Return the seal on everything up to the end of the day; `BEGINNING` without any."""
    return seal_before(connection, hall, day + timedelta(days=1), 1)


def _sealed(connection: Connection, hall: str, day: date) -> Iterator[tuple[Link, str]]:
    table = journal.c
    query = (
        select(journal)
        .where(table.hall == hall, table.day == day, table.seal.is_not(None))
        .order_by(table.seq)
    )
    for row in connection.execute(query):
        yield Link(row.hall, row.day, row.seq, row.kind, row.event, row.request), row.seal
