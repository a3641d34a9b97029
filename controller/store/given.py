"""Services that were given: a row for each finish that was not taken back, with what was said."""

from datetime import date
from functools import cache

from sqlalchemy import (
    ColumnElement,
    Connection,
    Delete,
    FromClause,
    Insert,
    ScalarSelect,
    Update,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)

from controller.hall import events
from controller.hall.events import Event
from controller.store.tables import given, visits


def record(connection: Connection, hall: str, day: date, event: Event) -> None:
    """Bring what was given up to date; the event's visit is as it was before it."""
    match event:
        case events.ServiceFinished(_, number, _, code, note, quantity):
            done = {"outcome_code": code or None, "note": note or None, "quantity": quantity}
            connection.execute(_finished(), _this(hall, day, number) | done)
        case events.VisitRated(_, number, _, face, about):
            said = {"face": face, "about": about}
            connection.execute(_rated(), _this(hall, day, number) | said)
        case events.TicketReinstated(_, number):
            connection.execute(_taken_back(), _this(hall, day, number))
        case _:
            pass


def _this(hall: str, day: date, ticket: str) -> dict[str, object]:
    return {"this_hall": hall, "this_day": day, "this_ticket": ticket}


@cache
def _finished() -> Insert:
    """Return the statement that puts one more service to those of a ticket, made once."""
    service = select(visits.c.service).where(_same(visits)).scalar_subquery()
    return insert(given).values(
        hall=bindparam("this_hall"),
        day=bindparam("this_day"),
        ticket=bindparam("this_ticket"),
        number=func.coalesce(_latest(), 0) + 1,
        service=service,
    )


@cache
def _rated() -> Update:
    return update(given).where(_same(given), given.c.number == _latest())


@cache
def _taken_back() -> Delete:
    """Return the statement that takes away the latest finish of a visit that has ended with it."""
    outcome = select(visits.c.outcome).where(_same(visits)).scalar_subquery()
    latest = given.c.number == _latest()
    return delete(given).where(_same(given), latest, outcome == "finished")


def _latest() -> ScalarSelect[int]:
    each = given.alias("each")
    return select(func.max(each.c.number)).where(_same(each)).scalar_subquery()


def _same(table: FromClause) -> ColumnElement[bool]:
    """Return that a row is of the ticket that is meant."""
    this = table.c.hall == bindparam("this_hall")
    this &= table.c.day == bindparam("this_day")
    return this & (table.c.ticket == bindparam("this_ticket"))
