"""What supervisors ask for who waits: to wait elsewhere, or in another class."""

from datetime import datetime, timedelta
from typing import assert_never

from controller.hall import commands, events, refusals
from controller.hall.commands import Redirect, Reprioritise, SupervisingCommand
from controller.hall.deciding.counters import given
from controller.hall.deciding.destination import (
    due_there,
    is_open_to_all,
    service_there,
    waits_there,
)
from controller.hall.events import Event
from controller.hall.ids import ServiceId, TicketNumber
from controller.hall.priority import NORMAL
from controller.hall.state import State
from controller.hall.ticket import Ticket
from wire.messages import Priority, TicketState


def decide(hall: State, command: SupervisingCommand, at: datetime) -> tuple[Event, ...]:
    """Return the events that the command leads to, or raise `Refused`."""
    match command:
        case commands.Redirect():
            return (_redirected(hall, command, at),)
        case commands.Reprioritise():
            return (_reprioritised(hall, command, at),)
    assert_never(command)


def waiting(hall: State, number: TicketNumber) -> Ticket:
    """Return the ticket if it waits, or refuse."""
    ticket = hall.ticket(number)
    if ticket.state is not TicketState.WAITING:
        raise refusals.WrongMoment
    return ticket


def _redirected(hall: State, wish: Redirect, at: datetime) -> Event:
    ticket = waiting(hall, wish.ticket)
    service = service_there(hall, wish, ticket)
    due_at = due_there(hall, wish, ticket, service, at)
    here = (ticket.service, ticket.for_counter, ticket.for_agent, ticket.due_at)
    if is_open_to_all(wish) and here == (service, None, None, due_at):
        raise refusals.SameService
    return events.TicketRedirected(
        at=at,
        ticket=ticket.number,
        service=service,
        due_at=due_at,
        reason=given(wish.reason),
        by=wish.by,
        for_counter=wish.to_counter,
        for_agent=wish.to_agent,
        place=wish.place,
        waits_from=waits_there(hall, wish, ticket, service, at),
        then=_then(ticket, service),
        quantity=ticket.put_off.get(service, 1),
    )


def _then(ticket: Ticket, service: ServiceId) -> tuple[ServiceId, ...]:
    """Return what is still to visit after the service, in the order in which it was wanted.

    Of what the visitor wanted nothing is lost when another of it comes first.
    """
    if service not in ticket.then:
        return ticket.then
    wanted = {service: place for place, service in enumerate(ticket.visit)}
    left = (each for each in (ticket.service, *ticket.then) if each != service)
    return tuple(sorted(left, key=lambda each: wanted.get(each, len(wanted))))


def _reprioritised(hall: State, wish: Reprioritise, at: datetime) -> Event:
    ticket = waiting(hall, wish.ticket)
    if ticket.priority == wish.priority:
        raise refusals.WrongMoment
    due_at = _due_as(hall, ticket, wish.priority)
    reason = given(wish.reason)
    return events.TicketReprioritised(at, ticket.number, wish.priority, due_at, reason, wish.by)


def _due_as(hall: State, ticket: Ticket, priority: Priority) -> datetime:
    """Return when it is due in the class; where somebody put it, it stays."""
    if ticket.place != "due":
        return ticket.due_at
    return ticket.due_at + _head_start(hall, ticket.priority) - _head_start(hall, priority)


def _head_start(hall: State, priority: Priority) -> timedelta:
    """Return how much sooner a class is due; an appointment is due at its own moment."""
    if priority == "appointment":
        return timedelta(0)
    return hall.rules.classes.get(priority, NORMAL).head_start
