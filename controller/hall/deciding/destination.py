"""Where a visitor is sent on to: a service, a counter, an agent, and which place there."""

from datetime import datetime, timedelta

from controller.hall import events, refusals
from controller.hall.commands import Redirect, Transfer
from controller.hall.counter import Counter
from controller.hall.deciding.counters import check_skill
from controller.hall.ids import AgentName, CounterId, ServiceId, TicketNumber
from controller.hall.queue import Queue
from controller.hall.state import State, at_work
from controller.hall.ticket import Ticket

A_MOMENT = timedelta(microseconds=1)


def service_there(hall: State, wish: Transfer | Redirect, ticket: Ticket) -> ServiceId:
    """Return the service that the ticket will be for, or refuse where it cannot go."""
    service = hall.service(wish.service or ticket.service).id
    if wish.to_counter is not None:
        check_skill(hall, at_work(hall.opened(wish.to_counter)).agent, service)
    if wish.to_agent is not None:
        if not is_there(hall, wish.to_agent):
            raise refusals.AgentAway
        seat = hall.seat(wish.to_agent)
        if wish.to_counter not in (None, seat.id):
            raise refusals.AgentAway
        check_skill(hall, at_work(seat).agent, service)
    return service


def stays_alone(hall: State, ticket: Ticket) -> tuple[CounterId | None, AgentName | None]:
    """Return the counter or the agent for whom alone the ticket waits when it waits again.

    Nobody, when who it waited for alone has left, is on a break, or cannot give the service, or
    it was taken away from there.
    """
    seats = [seat for seat in hall.counters.values() if seat.pause is None]
    able = {each.agent: each.id for each in seats if _gives(hall, each, ticket.service)}
    counter = ticket.for_counter if ticket.for_counter in able.values() else None
    return counter, ticket.for_agent if ticket.for_agent in able else None


def resumed(hall: State, ticket: Ticket, at: datetime) -> events.TicketResumed:
    """Return that the parked ticket waits again, for whom it waited alone if they are there."""
    return events.TicketResumed(at, ticket.number, *stays_alone(hall, ticket))


def _gives(hall: State, counter: Counter, service: ServiceId) -> bool:
    if counter.agent is None or (counter.id, service) in hall.withheld:
        return False
    return hall.can(counter.agent, service)


def is_open_to_all(wish: Transfer | Redirect) -> bool:
    """Return whether any counter that gives the service may call the ticket there."""
    return wish.to_counter is None and wish.to_agent is None


def is_there(hall: State, agent: AgentName) -> bool:
    """Return whether the agent sits at a counter."""
    return any(counter.agent == agent for counter in hall.counters.values())


def takes_back(hall: State, agent: AgentName, service: ServiceId) -> bool:
    """Return whether who comes back to the agent for it is called there.

    Not while the agent is away or on a break, nor when the service was taken away from there.
    """
    seats = (each for each in hall.counters.values() if each.agent == agent)
    return any(each.pause is None and (each.id, service) not in hall.withheld for each in seats)


def due_there(
    hall: State, wish: Transfer | Redirect, ticket: Ticket, service: ServiceId, at: datetime
) -> datetime:
    """Return when the ticket is due there: as before, before all others, or after them.

    Whoever is sent to a counter or an agent is put among all whom that counter may call, in the
    eyes of its agent.
    """
    caller = _caller(hall, wish)
    likes = {} if caller is None else caller.preferences
    own = likes.get(service, timedelta(0))

    def seen(number: TicketNumber) -> datetime:
        other = hall.tickets[number]
        return other.due_at - likes.get(other.service, timedelta(0))

    queues = _queues(hall, caller, service)
    match wish.place:
        case "due":
            return ticket.due_at
        case "last":
            lasts = [seen(number) + own + A_MOMENT for queue in queues for number in queue.tails]
            return max([at + hall.services[service].target, *lasts])
        case "first":
            firsts = [seen(number) + own - A_MOMENT for queue in queues for number in queue.heads]
            return min([ticket.due_at, *firsts])


def waits_there(
    hall: State, wish: Transfer | Redirect, ticket: Ticket, service: ServiceId, at: datetime
) -> datetime | None:
    """Return since when the ticket's wait counts there; nothing when as before."""
    match wish.place:
        case "due":
            return None
        case "last":
            return at
        case "first":
            queues = _queues(hall, _caller(hall, wish), service)
            heads = (hall.tickets[number] for queue in queues for number in queue.heads)
            return min([ticket.waits_from, *(each.waits_from for each in heads)])


def _caller(hall: State, wish: Transfer | Redirect) -> Counter | None:
    """Return the counter that will call the ticket, if it is one alone."""
    if wish.to_counter is not None:
        return hall.counter(wish.to_counter)
    return None if wish.to_agent is None else hall.seat(wish.to_agent)


def _queues(hall: State, caller: Counter | None, service: ServiceId) -> tuple[Queue, ...]:
    return (hall.waiting_for(service),) if caller is None else hall.reach(caller)
