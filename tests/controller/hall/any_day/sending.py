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
    if isinstance(event, events.TicketRedirected):
        ticket.then = event.then
    else:
        ticket.then = tuple(each for each in ticket.then if each != service)
    if service != ticket.service:
        ticket.put_off = {**ticket.put_off, ticket.service: ticket.quantity}
        goes_to(ticket, service, event.quantity)
    ticket.due_at = due_at
    if event.waits_from is not None:
        ticket.waits_from = event.waits_from
    ticket.place = ticket.place if event.place == "due" else event.place
    ticket.for_counter, ticket.for_agent = event.for_counter, event.for_agent


def goes_to(ticket: Ticket, service: str, quantity: int) -> None:
    """Write down what it waits for now, and how many; it is put off no longer."""
    ticket.service, ticket.quantity = service, quantity
    ticket.put_off = {each: n for each, n in ticket.put_off.items() if each != service}


def alone(ticket: Ticket) -> int | str | None:
    """Return the one counter, or agent, that a ticket waits for."""
    return ticket.for_counter or ticket.for_agent
