"""Whether the visits, and what was given in them, are what the journal's facts add up to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, String, Table, create_engine, func, select, type_coerce

from controller.hall.events import Event
from controller.store.tables import given, metadata, visits
from controller.store.visits import record

Row = Mapping[str, Any]

Rows = Mapping[str, Row]
"""The visits of a day by their tickets."""

Services = Mapping[tuple[str, int], Row]
"""The services that were given on a day, by their tickets and numbers."""


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
    told, told_services = _told(hall, day, facts)
    kept, services = _rows(connection, hall, day), _services(connection, hall, day)
    found: list[Difference] = []
    for ticket in sorted(kept.keys() | told.keys()):
        found += _between(ticket, kept.get(ticket), told.get(ticket))
    for one in sorted(services.keys() | told_services.keys()):
        found += _of_service(one, services.get(one), told_services.get(one))
    return [*found, *_undated(connection, hall, visits), *_undated(connection, hall, given)]


def _undated(connection: Connection, hall: str, table: Table) -> list[Difference]:
    """Return the rows whose day is none, of all days.

    Who reads a span of days may find `2026-W10-1` in it, and nobody who asks for a day. Only
    SQLite takes what is no date.
    """
    if connection.dialect.name != "sqlite":
        return []
    day = type_coerce(table.c.day, String)
    query = select(table.c.ticket, day).where(table.c.hall == hall)
    rows = connection.execute(query.where(func.date(day).is_distinct_from(day)))
    return [Difference(str(ticket), "day", written, None) for ticket, written in rows]


def _between(ticket: str, kept: Row | None, told: Row | None) -> list[Difference]:
    if kept is None:
        return [Difference(ticket, "", None, ticket)]
    if told is None:
        return [Difference(ticket, "", ticket, None)]
    return [
        Difference(ticket, column, kept[column], told[column])
        for column in kept
        if kept[column] != told[column]
    ]


def _of_service(one: tuple[str, int], kept: Row | None, told: Row | None) -> Iterator[Difference]:
    ticket, number = one
    if kept is None or told is None:
        names = (None if each is None else each["service"] for each in (kept, told))
        yield Difference(ticket, f"given[{number}]", *names)
        return
    for each in _between(ticket, kept, told):
        yield replace(each, column=f"given[{number}].{each.column}")


def _told(hall: str, day: date, facts: Iterable[Event]) -> tuple[Rows, Services]:
    """Let the facts make their visits once more, in a database that is thrown away."""
    engine = create_engine("sqlite://")
    metadata.create_all(engine, [visits, given])
    with engine.begin() as connection:
        for event in facts:
            record(connection, hall, day, event)
        told = _rows(connection, hall, day), _services(connection, hall, day)
    engine.dispose()
    return told


def _rows(connection: Connection, hall: str, day: date) -> Rows:
    query = select(visits).where(visits.c.hall == hall, visits.c.day == day)
    return {row["ticket"]: dict(row) for row in connection.execute(query).mappings()}


def _services(connection: Connection, hall: str, day: date) -> Services:
    query = select(given).where(given.c.hall == hall, given.c.day == day)
    rows = connection.execute(query).mappings()
    return {(row["ticket"], row["number"]): dict(row) for row in rows}
