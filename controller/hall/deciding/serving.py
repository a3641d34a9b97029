"""What agents ask while a visitor is at the counter: start, finish, send on, park."""

from datetime import datetime, timedelta
from typing import assert_never

from controller.hall import commands, events, refusals
from controller.hall.commands import FinishService, Park, ServeWalkIn, ServingCommand, Transfer
from controller.hall.counter import Counter
from controller.hall.deciding.counters import check_skill, given
from controller.hall.deciding.destination import (
    due_there,
    is_open_to_all,
    resumed,
    service_there,
    takes_back,
    waits_there,
)
from controller.hall.deciding.visitors import next_number, used_up
from controller.hall.events import Event
from controller.hall.ids import ServiceId, TicketNumber
from controller.hall.queue import issued
from controller.hall.state import State
from controller.hall.ticket import Ticket
from wire.messages import MOST_AT_ONCE, TicketState


def decide(hall: State, command: ServingCommand, at: datetime) -> tuple[Event, ...]:
    """Return the events that the command leads to, or raise `Refused`."""
    match command:
        case commands.StartService(agent):
            ticket, counter = hall.at_counter(agent, TicketState.CALLED)
            return (events.ServiceStarted(at, ticket.number, counter),)
        case commands.ServeWalkIn():
            return (_walk_in(hall, command, at),)
        case commands.FinishService():
            return _finish(hall, command, at)
        case commands.Transfer():
            return (_transfer(hall, command, at),)
        case commands.Park():
            return (_park(hall, command, at),)
        case commands.Resume(number):
            ticket = hall.ticket(number)
            if ticket.state is not TicketState.PARKED:
                raise refusals.WrongMoment
            return (resumed(hall, ticket, at),)
    assert_never(command)


def _walk_in(hall: State, wish: ServeWalkIn, at: datetime) -> Event:
    caller, service = hall.free(wish.agent), hall.service(wish.service)
    check_skill(hall, wish.agent, service.id)
    passed = _who_waits(hall, caller, service.id)
    number, serial = next_number(hall, service)
    return events.WalkInStarted(
        at=at,
        ticket=number,
        prefix=service.prefix,
        serial=serial,
        service=service.id,
        language=wish.language,
        counter=caller.id,
        agent=wish.agent,
        passed=passed,
        reason=given(wish.reason) if passed else wish.reason.strip(),
        due_at=at + service.target,
        beyond_quota=used_up(hall, (service.id,)),
    )


def _who_waits(hall: State, caller: Counter, service: ServiceId) -> tuple[TicketNumber, ...]:
    queues = (*hall.reach(caller), hall.waiting_for(service))
    places = {place for queue in queues for place in queue.first_of(len(queue))}
    return tuple(place[-1] for place in sorted(places, key=issued))


def _finish(hall: State, wish: FinishService, at: datetime) -> tuple[Event, ...]:
    ticket, counter = hall.at_counter(wish.agent, TicketState.SERVING)
    if wish.outcome and wish.outcome not in hall.rules.outcomes:
        raise refusals.UnknownOutcome
    quantity = ticket.quantity if wish.quantity is None else wish.quantity
    if not 1 <= quantity <= MOST_AT_ONCE:
        raise refusals.BadQuantity
    finished = events.ServiceFinished(at, ticket.number, counter, wish.outcome, wish.note, quantity)
    if wish.goes_on_to is None:
        next_ = _next_stop(hall, ticket, at)
    else:
        next_ = _further(ticket, hall.service(wish.goes_on_to).id, at)
    return (finished,) if next_ is None else (finished, next_)


def _further(ticket: Ticket, service: ServiceId, at: datetime) -> Event:
    """Return where the visit goes on for what came up at the counter; all else comes after it."""
    if service == ticket.service:
        raise refusals.SameService
    then = tuple(each for each in ticket.then if each != service)
    return _goes_on(ticket, service, then, at)


def _next_stop(hall: State, ticket: Ticket, at: datetime) -> Event | None:
    """Return where the visit goes on: back to the agent who asked for it, or to a service."""
    number, due_at = ticket.number, ticket.due_at
    if ticket.returns:
        asked, service, _ = ticket.returns[-1]
        agent = asked if takes_back(hall, asked, service) else None
        return events.TicketMovedOn(at, number, service, due_at, ticket.then, agent, True)
    if not ticket.then:
        return None
    service, *rest = ticket.then
    return _goes_on(ticket, service, tuple(rest), at)


def _goes_on(
    ticket: Ticket, service: ServiceId, then: tuple[ServiceId, ...], at: datetime
) -> Event:
    # The first wait is not asked twice of a visitor: what was waited counts on.
    due_at, quantity = ticket.due_at, ticket.put_off.get(service, 1)
    return events.TicketMovedOn(at, ticket.number, service, due_at, then, quantity=quantity)


def _transfer(hall: State, wish: Transfer, at: datetime) -> Event:
    ticket, counter = hall.at_counter(wish.agent, TicketState.CALLED, TicketState.SERVING)
    service = service_there(hall, wish, ticket)
    stays = is_open_to_all(wish) or wish.to_counter == counter or wish.to_agent == wish.agent
    if stays and service == ticket.service:
        raise refusals.SameService
    returned = _returned(hall, wish, ticket, service)
    return events.TicketTransferred(
        at=at,
        ticket=ticket.number,
        counter=counter,
        service=service,
        due_at=due_there(hall, wish, ticket, service, at),
        for_counter=wish.to_counter,
        for_agent=wish.to_agent,
        comes_back_to=wish.agent if wish.comes_back else None,
        place=wish.place,
        waits_from=waits_there(hall, wish, ticket, service, at),
        reason=given(wish.reason) if wish.place == "first" else wish.reason.strip(),
        is_return=returned is not None,
        quantity=returned or ticket.put_off.get(service, 1),
    )


def _returned(hall: State, wish: Transfer, ticket: Ticket, service: ServiceId) -> int | None:
    """Return how many are wanted of what it goes back for; nothing when it does not go back."""
    if not ticket.returns:
        return None
    agent, asked, quantity = ticket.returns[-1]
    there = wish.to_agent if wish.to_counter is None else hall.counter(wish.to_counter).agent
    return quantity if (agent, asked) == (there, service) else None


def _park(hall: State, wish: Park, at: datetime) -> Event:
    ticket, counter = hall.at_counter(wish.agent, TicketState.CALLED, TicketState.SERVING)
    if wish.back_in is not None and wish.back_in <= timedelta(0):
        raise refusals.TooLate
    back_at = None if wish.back_in is None else at + wish.back_in
    reason = given(wish.reason)
    return events.TicketParked(at, ticket.number, counter, reason, wish.place, back_at)
