"""Visits: one row for each ticket ever issued, for the reports."""

from datetime import date
from typing import Any, assert_never

from sqlalchemy import Connection, func, insert, update

from controller.hall import events
from controller.hall.events import Event
from controller.store.tables import visits


def record(connection: Connection, hall: str, day: date, event: Event) -> None:
    """Bring the event's visit up to date."""
    match event:
        case events.TicketIssued(at, ticket, _, _, service, language, due_at):
            times = {"issued_at": at, "due_at": due_at}
            visit = {"hall": hall, "day": day, "ticket": ticket, "service": service}
            connection.execute(insert(visits), visit | {"language": language} | times)
        case events.CounterOpened() | events.CounterClosed():
            pass
        case _:
            this = (visits.c.hall == hall) & (visits.c.day == day)
            this &= visits.c.ticket == event.ticket
            connection.execute(update(visits).where(this).values(**_change(event)))


def _change(event: events.TicketEvent) -> dict[str, Any]:
    match event:
        case events.TicketCalled(at, _, counter, agent):
            first = func.coalesce(visits.c.called_at, at)
            return {"counter": counter, "agent": agent, "called_at": first}
        case events.TicketRecalled(_, _, counter):
            return {"counter": counter}
        case events.ServiceStarted(at, _, _):
            return {"started_at": func.coalesce(visits.c.started_at, at)}
        case events.ServiceFinished(at, _, _):
            return {"ended_at": at, "outcome": "finished"}
        case events.NoShowRecorded(at, _, _):
            return {"ended_at": at, "outcome": "no_show"}
        case events.TicketTransferred(service=service):
            return {"service": service}
    assert_never(event)
