"""Where a visitor is sent on to: a service, a counter, an agent, and which place there."""

from datetime import datetime, timedelta

from controller.hall import refusals
from controller.hall.commands import Redirect, Transfer
from controller.hall.deciding.counters import check_skill
from controller.hall.ids import AgentName, ServiceId
from controller.hall.queue import Queue
from controller.hall.state import State
from controller.hall.ticket import Ticket

A_MOMENT = timedelta(microseconds=1)


def service_there(hall: State, wish: Transfer | Redirect, ticket: Ticket) -> ServiceId:
    """Return the service that the ticket will be for, or refuse where it cannot go."""
    service = hall.service(wish.service or ticket.service).id
    if wish.to_counter is not None:
        check_skill(hall, hall.opened(wish.to_counter).agent, service)
    if wish.to_agent is not None:
        if not is_there(hall, wish.to_agent):
            raise refusals.AgentAway
        check_skill(hall, wish.to_agent, service)
    return service


def is_open_to_all(wish: Transfer | Redirect) -> bool:
    """Return whether any counter that gives the service may call the ticket there."""
    return wish.to_counter is None and wish.to_agent is None


def is_there(hall: State, agent: AgentName) -> bool:
    """Return whether the agent sits at a counter."""
    return any(counter.agent == agent for counter in hall.counters.values())


def due_there(
    hall: State, wish: Transfer | Redirect, ticket: Ticket, service: ServiceId, at: datetime
) -> datetime:
    """Return when the ticket is due there: as before, before all others, or after them."""
    queue, after_target = _queue(hall, wish, service), at + hall.services[service].target
    match wish.place:
        case "due":
            return ticket.due_at
        case "last":
            last = queue.last_due_at
            return after_target if last is None else max(after_target, last + A_MOMENT)
        case "first":
            first = queue.first_due_at
            return ticket.due_at if first is None else min(ticket.due_at, first - A_MOMENT)


def _queue(hall: State, wish: Transfer | Redirect, service: ServiceId) -> Queue:
    alone = wish.to_counter or wish.to_agent
    return hall.queues[service] if alone is None else hall.reserved.get(alone, Queue())
