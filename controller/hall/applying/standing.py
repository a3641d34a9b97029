"""How a ticket stands, and where: what its events have in common."""

from datetime import datetime

from controller.hall import events
from controller.hall.applying.ready import untold
from controller.hall.ids import ServiceId, TicketNumber
from controller.hall.state import State
from controller.hall.ticket import Ticket
from wire.messages import TicketState


def turn(hall: State, number: TicketNumber, state: TicketState, at: datetime) -> Ticket:
    """Let the ticket be in this state since now."""
    ticket = hall.tickets[number]
    ticket.state, ticket.since = state, at
    return ticket


def sent(ticket: Ticket, event: events.TicketTransferred | events.TicketRedirected) -> None:
    """Let the ticket be for what it was sent to; a service of the visit comes but once."""
    ticket.then = _then(ticket, event)
    if event.service != ticket.service:
        ticket.put_off[ticket.service] = ticket.quantity
        wants(ticket, event.service, event.quantity)
    ticket.due_at = event.due_at or ticket.due_at
    ticket.waits_from = event.waits_from or ticket.waits_from
    if event.place != "due":
        ticket.place = event.place
    ticket.for_counter, ticket.for_agent = event.for_counter, event.for_agent


def _then(
    ticket: Ticket, event: events.TicketTransferred | events.TicketRedirected
) -> tuple[ServiceId, ...]:
    if isinstance(event, events.TicketRedirected) and event.then is not None:
        return event.then
    return tuple(each for each in ticket.then if each != event.service)


def wants(ticket: Ticket, service: ServiceId, quantity: int) -> None:
    """Let the ticket be for so many of the service."""
    ticket.service, ticket.quantity = service, quantity
    ticket.put_off.pop(service, None)


def enqueue(hall: State, ticket: Ticket) -> None:
    """Let the ticket wait where it belongs."""
    ticket.back_at = None
    hall.queue_of(ticket).add(ticket)


def dequeue(hall: State, ticket: Ticket, at: datetime) -> None:
    """Take a ticket out of wherever it waits, if it waits; and let nobody expect it."""
    hall.parked.pop(ticket.number, None)
    if ticket.state is TicketState.WAITING:
        hall.queue_of(ticket).remove(ticket, at)
    untold(hall, ticket.number)
