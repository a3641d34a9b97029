"""Whether the visits are what the journal's facts add up to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, String, create_engine, func, select, type_coerce

from controller.hall.events import Event
from controller.store.tables import metadata, visits
from controller.store.visits import record

Rows = Mapping[str, Mapping[str, Any]]
"""The visits of a day by their tickets."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What a visit says otherwise than the journal."""

    ticket: str
    column: str
    """Nothing when the whole row is too many, or missing."""

    kept: object
    """What stands in the visit; nothing when it is missing."""

    told: object
    """What the journal tells; nothing when it tells of no such ticket."""


def differences(
    connection: Connection, hall: str, day: date, facts: Iterable[Event]
) -> list[Difference]:
    """Return where the visits of a day are not what its facts say."""
    kept, told = _rows(connection, hall, day), _told(hall, day, facts)
    found: list[Difference] = []
    for ticket in sorted(kept.keys() | told.keys()):
        found += _between(ticket, kept.get(ticket), told.get(ticket))
    return found + _undated(connection, hall)


def _undated(connection: Connection, hall: str) -> list[Difference]:
    """Return the visits whose day is none, of all days.

    Who reads a span of days may find `2026-W10-1` in it, and nobody who asks for a day. Only
    SQLite takes what is no date.
    """
    if connection.dialect.name != "sqlite":
        return []
    day = type_coerce(visits.c.day, String)
    query = select(visits.c.ticket, day).where(visits.c.hall == hall)
    rows = connection.execute(query.where(func.date(day).is_distinct_from(day)))
    return [Difference(str(ticket), "day", written, None) for ticket, written in rows]


def _between(
    ticket: str, kept: Mapping[str, Any] | None, told: Mapping[str, Any] | None
) -> list[Difference]:
    if kept is None:
        return [Difference(ticket, "", None, ticket)]
    if told is None:
        return [Difference(ticket, "", ticket, None)]
    return [
        Difference(ticket, column, kept[column], told[column])
        for column in kept
        if kept[column] != told[column]
    ]


def _told(hall: str, day: date, facts: Iterable[Event]) -> Rows:
    """Let the facts make their visits once more, in a database that is thrown away."""
    engine = create_engine("sqlite://")
    metadata.create_all(engine, [visits])
    with engine.begin() as connection:
        for event in facts:
            record(connection, hall, day, event)
        rows = _rows(connection, hall, day)
    engine.dispose()
    return rows


def _rows(connection: Connection, hall: str, day: date) -> Rows:
    query = select(visits).where(visits.c.hall == hall, visits.c.day == day)
    return {row["ticket"]: dict(row) for row in connection.execute(query).mappings()}
