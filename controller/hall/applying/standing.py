"""How a ticket stands, and where: what its events have in common."""

from datetime import datetime

from controller.hall.ids import TicketNumber
from controller.hall.state import State
from controller.hall.ticket import Ticket
from wire.messages import TicketState


def turn(hall: State, number: TicketNumber, state: TicketState, at: datetime) -> Ticket:
    """Let the ticket be in this state since now."""
    ticket = hall.tickets[number]
    ticket.state, ticket.since = state, at
    return ticket


def enqueue(hall: State, ticket: Ticket) -> None:
    """Let the ticket wait where it belongs."""
    ticket.back_at = None
    hall.queue_of(ticket).add(ticket)


def dequeue(hall: State, ticket: Ticket, at: datetime) -> None:
    """Take a ticket out of wherever it waits, if it waits; and let nobody expect it."""
    hall.parked.pop(ticket.number, None)
    if ticket.state is TicketState.WAITING:
        hall.queue_of(ticket).remove(ticket, at)
    for counter in [each for each, ready in hall.ready.items() if ready == ticket.number]:
        del hall.ready[counter]
