"""What agents ask while a visitor is at the counter: start, finish, send on, park."""

from datetime import datetime, timedelta
from typing import assert_never

from controller.hall import commands, events, refusals
from controller.hall.commands import FinishService, Park, ServeWalkIn, ServingCommand, Transfer
from controller.hall.deciding.counters import given
from controller.hall.deciding.destination import (
    due_there,
    is_open_to_all,
    is_there,
    service_there,
)
from controller.hall.deciding.visitors import next_number
from controller.hall.events import Event
from controller.hall.rules import MOST_AT_ONCE
from controller.hall.state import State
from controller.hall.ticket import Ticket
from wire.messages import TicketState


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
            if hall.ticket(number).state is not TicketState.PARKED:
                raise refusals.WrongMoment
            return (events.TicketResumed(at, number),)
    assert_never(command)


def _walk_in(hall: State, wish: ServeWalkIn, at: datetime) -> Event:
    caller, service = hall.free(wish.agent), hall.service(wish.service)
    assert caller.agent is not None
    number, serial = next_number(hall, service)
    return events.WalkInStarted(
        at, number, service.prefix, serial, service.id, wish.language, caller.id, caller.agent
    )


def _finish(hall: State, wish: FinishService, at: datetime) -> tuple[Event, ...]:
    ticket, counter = hall.at_counter(wish.agent, TicketState.SERVING)
    if wish.outcome and wish.outcome not in hall.rules.outcomes:
        raise refusals.UnknownOutcome
    quantity = ticket.quantity if wish.quantity is None else wish.quantity
    if not 1 <= quantity <= MOST_AT_ONCE:
        raise refusals.BadQuantity
    finished = events.ServiceFinished(at, ticket.number, counter, wish.outcome, wish.note, quantity)
    next_ = _next_stop(hall, ticket, at)
    return (finished,) if next_ is None else (finished, next_)


def _next_stop(hall: State, ticket: Ticket, at: datetime) -> Event | None:
    """Return where the visit goes on: back to the agent who asked for it, or to a service."""
    number, due_at = ticket.number, ticket.due_at
    if ticket.comes_back_to is not None:
        service = ticket.comes_back_for or ticket.service
        agent = ticket.comes_back_to if is_there(hall, ticket.comes_back_to) else None
        return events.TicketMovedOn(at, number, service, due_at, ticket.then, agent, True)
    if not ticket.then:
        return None
    service, *rest = ticket.then
    # The first wait is not asked twice of a visitor: what was waited counts on.
    return events.TicketMovedOn(at, number, service, due_at, tuple(rest))


def _transfer(hall: State, wish: Transfer, at: datetime) -> Event:
    ticket, counter = hall.at_counter(wish.agent, TicketState.CALLED, TicketState.SERVING)
    service = service_there(hall, wish, ticket)
    if is_open_to_all(wish) and service == ticket.service:
        raise refusals.SameService
    return events.TicketTransferred(
        at=at,
        ticket=ticket.number,
        counter=counter,
        service=service,
        due_at=due_there(hall, wish, ticket, service, at),
        for_counter=wish.to_counter,
        for_agent=wish.to_agent,
        comes_back_to=wish.agent if wish.comes_back else None,
    )


def _park(hall: State, wish: Park, at: datetime) -> Event:
    ticket, counter = hall.at_counter(wish.agent, TicketState.CALLED, TicketState.SERVING)
    if wish.back_in is not None and wish.back_in <= timedelta(0):
        raise refusals.TooLate
    back_at = None if wish.back_in is None else at + wish.back_in
    reason = given(wish.reason)
    return events.TicketParked(at, ticket.number, counter, reason, wish.place, back_at)
