"""Where a ticket is sent, written down."""

from datetime import datetime

from controller.hall import events
from controller.hall.ticket import Ticket


def sent(
    ticket: Ticket,
    service: str,
    due_at: datetime,
    event: events.TicketTransferred | events.TicketRedirected,
) -> None:
    """Write down where the ticket was sent."""
    if service != ticket.service:
        ticket.quantity = 1
    ticket.service, ticket.due_at = service, due_at
    ticket.then = tuple(each for each in ticket.then if each != service)
    if event.waits_from is not None:
        ticket.waits_from = event.waits_from
    ticket.place = event.place
    ticket.for_counter, ticket.for_agent = event.for_counter, event.for_agent
