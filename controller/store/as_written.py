"""The journal's rows as they stand in the database, without the types that the program gives them.

Who can write to the database can write anything into it: SQLite takes a word for a number and
for a date. What is not exactly what this program writes has no right seal, however it might be
read, and is told like any other change.
"""

import json
from datetime import date
from typing import Any

from sqlalchemy import (
    Connection,
    Integer,
    Row,
    Select,
    String,
    Text,
    cast,
    not_,
    select,
    type_coerce,
)

from controller.store.chain import NO_DAY, Link, Tip
from controller.store.tables import journal

DAY = type_coerce(journal.c.day, String).label("day")

IS_PLACED = cast(journal.c.place, Integer) == journal.c.place
"""SQLite takes a word for a number; it is none."""

IS_UNPLACED = journal.c.place.is_(None) | not_(IS_PLACED)


def rows(connection: Connection) -> Select[*tuple[Any, ...]]:
    """Return the question for rows that `link_of` and `tip_of` read."""
    table = journal.c
    # Cast to text, bytes that SQLite has there would look like the text of an event.
    is_sqlite = connection.dialect.name == "sqlite"
    event = type_coerce(table.event, String) if is_sqlite else cast(table.event, Text)
    key = (table.hall, DAY, table.seq)
    return select(*key, table.kind, event.label("event"), table.request, table.place, table.seal)


def link_of(row: Row[*tuple[Any, ...]]) -> Link:
    """Return what a row's seal is put on."""
    event = _event(row.event)
    return Link(row.hall, day_of(row.day), number_of(row.seq), row.kind, event, row.request)


def tip_of(row: Row[*tuple[Any, ...]]) -> Tip:
    """Return a row's place and seal."""
    return Tip(number_of(row.place), None if row.seal is None else str(row.seal))


def day_of(written: object) -> date:
    """Return the day; `NO_DAY` for what is not written as this program writes days.

    `20260302` and `2026-W10-1` can be read as a day, and yet no question for `2026-03-02`
    finds them.
    """
    text = str(written)
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return NO_DAY
    return found if found.isoformat() == text else NO_DAY


def number_of(value: object) -> int:
    """Return the whole number; 0, which no row has, for anything else."""
    return value if isinstance(value, int) else 0


def _event(written: object) -> Any:  # noqa: ANN401 - whatever stands there
    """Return the event; what is spelt otherwise than this program spells it as it stands there.

    Of a field that stands there twice one reader takes the first, and another the last.
    """
    if not isinstance(written, str):
        return written
    try:
        event = json.loads(written)
        is_ours = json.dumps(event) == written
    except (ValueError, RecursionError):
        return written
    return event if is_ours else written
