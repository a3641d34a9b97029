"""Visits: one row for each ticket ever issued, for the reports."""

from datetime import date
from functools import cache
from typing import Any, assert_never

from sqlalchemy import Connection, Update, bindparam, func, insert, update

from controller.hall import events
from controller.hall.events import Event
from controller.store.tables import visits


def record(connection: Connection, hall: str, day: date, event: Event) -> None:
    """Bring the event's visit up to date."""
    match event:
        case events.TicketIssued(at, ticket, _, _, service, language, due_at, _):
            times = {"issued_at": at, "due_at": due_at}
            visit = {"hall": hall, "day": day, "ticket": ticket, "service": service}
            connection.execute(insert(visits), visit | {"language": language} | times)
        case events.CounterOpened() | events.CounterClosed():
            pass
        case _:
            this = {"this_hall": hall, "this_day": day, "this_ticket": event.ticket}
            connection.execute(_update(type(event).__name__), this | _change(event))


@cache
def _update(kind: str) -> Update:
    """Return the statement that changes the visit of an event of this kind, made once."""
    this = visits.c.hall == bindparam("this_hall")
    this &= visits.c.day == bindparam("this_day")
    this &= visits.c.ticket == bindparam("this_ticket")
    statement = update(visits).where(this)
    # A ticket that is transferred is called and started again: the first time counts.
    if kind == events.TicketCalled.__name__:
        return statement.values(called_at=func.coalesce(visits.c.called_at, bindparam("first")))
    if kind == events.ServiceStarted.__name__:
        return statement.values(started_at=func.coalesce(visits.c.started_at, bindparam("first")))
    return statement


def _change(event: events.TicketEvent) -> dict[str, Any]:
    match event:
        case events.TicketCalled(at, _, counter, agent):
            return {"counter": counter, "agent": agent, "first": at}
        case events.TicketRecalled(_, _, counter) | events.TicketReturned(_, _, counter):
            return {"counter": counter}
        case events.ServiceStarted(at, _, _):
            return {"first": at}
        case events.ServiceFinished(at, _, _):
            return {"ended_at": at, "outcome": "finished"}
        case events.NoShowRecorded(at, _, _):
            return {"ended_at": at, "outcome": "no_show"}
        case events.TicketTransferred(service=service):
            return {"service": service}
    assert_never(event)
