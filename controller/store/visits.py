"""Visits: one row for each ticket ever issued, for the reports."""

from datetime import date, datetime
from functools import cache
from typing import Any, assert_never

from sqlalchemy import (
    Column,
    Connection,
    Function,
    Update,
    bindparam,
    func,
    insert,
    update,
)

from controller.hall import events
from controller.hall.events import Event
from controller.store import given
from controller.store.tables import visits


def record(connection: Connection, hall: str, day: date, event: Event) -> None:
    """Bring the event's visit up to date, and what was given in it."""
    given.record(connection, hall, day, event)
    match event:
        case events.TicketIssued() | events.WalkInStarted():
            connection.execute(insert(visits), {"hall": hall, "day": day} | _new(event))
        case (
            events.CounterOpened()
            | events.CounterClosed()
            | events.CounterPaused()
            | events.CounterResumed()
            | events.CounterServicesChanged()
            | events.NumbersReserved()
            | events.RuleTriggered()
            | events.RuleSettled()
            | events.ServicePaused()
            | events.ServiceResumed()
            | events.DayClosed()
            | events.DayReopened()
            | events.EmergencyRaised()
            | events.EmergencyLifted()
            | events.AnnouncementMade()
            | events.AnnouncementWithdrawn()
            | events.TicketPreCalled()
            | events.TicketResumed()
            | events.VisitRated()
        ):
            pass
        case _:
            this = {"this_hall": hall, "this_day": day, "this_ticket": event.ticket}
            connection.execute(_update(type(event).__name__), this | _change(event))


def _new(event: events.TicketIssued | events.WalkInStarted) -> dict[str, Any]:
    visit = {"ticket": event.ticket, "service": event.service, "language": event.language}
    match event:
        case events.TicketIssued():
            times = {"issued_at": event.issued_at, "due_at": event.due_at}
            return visit | times | {"priority": event.priority, "quantity": event.quantity}
        case events.WalkInStarted():
            moments = ("issued_at", "due_at", "called_at", "started_at")
            who = {"counter": event.counter, "agent": event.agent}
            return visit | who | dict.fromkeys(moments, event.at)


VisitEvent = (
    events.TicketCalled
    | events.TicketRecalled
    | events.ServiceStarted
    | events.ServiceFinished
    | events.NoShowRecorded
    | events.TicketTransferred
    | events.TicketReturned
    | events.TicketMovedOn
    | events.TicketParked
    | events.TicketReinstated
    | events.TicketCancelled
    | events.TicketRedirected
    | events.TicketReprioritised
)
"""What changes the row of a ticket after its issue."""


@cache
def _update(kind: str) -> Update:
    """Return the statement that changes the visit of an event of this kind, made once."""
    this = visits.c.hall == bindparam("this_hall")
    this &= visits.c.day == bindparam("this_day")
    this &= visits.c.ticket == bindparam("this_ticket")
    statement = update(visits).where(this)
    # A ticket that is transferred is called and started again: the first time counts.
    if kind == events.TicketCalled.__name__:
        return statement.values(called_at=_first(visits.c.called_at))
    if kind == events.ServiceStarted.__name__:
        return statement.values(started_at=_first(visits.c.started_at))
    return statement


def _first(moment: Column[datetime]) -> Function[datetime]:
    return func.coalesce(moment, bindparam("first", type_=moment.type))


def _change(  # noqa: C901, PLR0911 - one flat match, kept whole by assert_never
    event: VisitEvent,
) -> dict[str, Any]:
    match event:
        case events.TicketCalled(at, _, counter, agent):
            return {"counter": counter, "agent": agent, "first": at}
        case events.TicketRecalled(_, _, counter) | events.TicketReturned(_, _, counter):
            return {"counter": counter}
        case events.ServiceStarted(at, _, _):
            return {"first": at}
        case events.ServiceFinished(at):
            return {"ended_at": at, "outcome": "finished", "note": None}
        case events.NoShowRecorded(at, _, _):
            return {"ended_at": at, "outcome": "no_show"}
        case events.TicketCancelled(at, _, reason):
            return {"ended_at": at, "outcome": "cancelled", "note": reason or None}
        case events.TicketParked(reason=reason):
            return {"note": reason}
        case events.TicketTransferred(service=service) | events.TicketRedirected(service=service):
            return {"service": service}
        case events.TicketReprioritised(priority=priority, due_at=due_at):
            return {"priority": priority, "due_at": due_at}
        case events.TicketMovedOn(service=service):
            return {"service": service, "ended_at": None, "outcome": None}
        case events.TicketReinstated():
            return {"ended_at": None, "outcome": None, "note": None}
    assert_never(event)
