"""What becomes of tickets that wait."""

from typing import assert_never

from controller.hall import events
from controller.hall.applying.counters import seen
from controller.hall.applying.standing import dequeue, enqueue, sent, turn, wants
from controller.hall.events import CLOSING, WaitingEvent
from controller.hall.state import State
from controller.hall.ticket import Ticket
from wire.messages import TicketState


def apply(hall: State, event: WaitingEvent) -> None:
    """Make the event so."""
    match event:
        case events.TicketIssued():
            _issued(hall, event)
        case events.TicketPreCalled(_, number, counter):
            hall.ready[counter] = number
        case events.TicketMovedOn():
            _moved_on(hall, event)
        case events.TicketResumed():
            _resumed(hall, event)
        case events.TicketReinstated():
            _reinstated(hall, event)
        case events.TicketRedirected():
            _redirected(hall, event)
        case events.TicketReprioritised():
            _reprioritised(hall, event)
        case events.TicketCancelled(at, number, reason, by):
            dequeue(hall, hall.tickets[number], at)
            cancelled = turn(hall, number, TicketState.CANCELLED, at)
            cancelled.is_closed_out = (reason, by) == (CLOSING, None)
        case _:
            assert_never(event)


def _issued(hall: State, event: events.TicketIssued) -> None:
    _numbered(hall, event)
    ticket = Ticket(
        number=event.ticket,
        serial=event.serial,
        service=event.service,
        language=event.language,
        issued_at=event.issued_at,
        due_at=event.due_at,
        promised_at=event.promised_at,
        waits_from=event.waits_from or event.issued_at,
        priority=event.priority,
        then=event.then,
        visit=(event.service, *event.then),
        quantity=event.quantity,
        appointment=event.appointment,
        appointed_at=event.appointed_at if event.priority == "appointment" else None,
        kept_for=event.appointed_at if event.is_in_time else None,
    )
    hall.tickets[ticket.number] = ticket
    if event.appointment is not None:
        hall.checked_in[event.appointment] = ticket.number
    enqueue(hall, ticket)


def _numbered(hall: State, event: events.TicketIssued) -> None:
    """Let its number be given: the next of the hall's row, or one of a kiosk's own."""
    block = hall.blocks.holding(event.prefix, event.serial)
    if block is None:
        hall.issued[event.prefix] = event.serial
    else:
        hall.blocks.use(block, event.serial, event.issued_at)


def _moved_on(hall: State, event: events.TicketMovedOn) -> None:
    ticket = hall.tickets[event.ticket]
    dequeue(hall, ticket, event.at)
    ticket.is_closed_out = False
    was_served = ticket.state is not TicketState.WAITING
    if was_served:
        turn(hall, ticket.number, TicketState.WAITING, event.at)
        wants(ticket, event.service, event.quantity)
    if event.is_return:
        *ticket_returns, (_, _, ticket.quantity) = ticket.returns
        ticket.returns = tuple(ticket_returns)
    ticket.service, ticket.due_at, ticket.then = event.service, event.due_at, event.then
    ticket.for_counter, ticket.for_agent = None, event.for_agent
    enqueue(hall, ticket)


def _resumed(hall: State, event: events.TicketResumed) -> None:
    del hall.parked[event.ticket]
    ticket = turn(hall, event.ticket, TicketState.WAITING, event.at)
    ticket.for_counter, ticket.for_agent = event.for_counter, event.for_agent
    enqueue(hall, ticket)


def _reinstated(hall: State, event: events.TicketReinstated) -> None:
    hall.missed.pop(event.ticket, None)
    if hall.tickets[event.ticket].state is TicketState.FINISHED:
        hall.tickets[event.ticket].given = None
    ticket = turn(hall, event.ticket, TicketState.WAITING, event.at)
    ticket.is_closed_out = False
    if event.service is None:
        _left_alone(hall, ticket)
    else:
        ticket.service = event.service
        ticket.for_counter, ticket.for_agent = event.for_counter, event.for_agent
    ticket.due_at = event.due_at or ticket.due_at
    ticket.waits_from = event.waits_from or ticket.waits_from
    ticket.place = event.place or ticket.place
    enqueue(hall, ticket)


def _left_alone(hall: State, ticket: Ticket) -> None:
    """Let it wait for anybody, when who it waited for alone has left, or gives something else.

    Older journals do not tell what became of it; who gives a service is able to give it.
    """
    if all(counter.agent != ticket.for_agent for counter in hall.counters.values()):
        ticket.for_agent = None
    alone = ticket.for_counter
    if alone is not None and ticket.service not in seen(hall, alone).services:
        ticket.for_counter = None


def _redirected(hall: State, event: events.TicketRedirected) -> None:
    ticket = hall.tickets[event.ticket]
    dequeue(hall, ticket, event.at)
    sent(ticket, event)
    enqueue(hall, ticket)


def _reprioritised(hall: State, event: events.TicketReprioritised) -> None:
    ticket = hall.tickets[event.ticket]
    dequeue(hall, ticket, event.at)
    ticket.priority, ticket.due_at = event.priority, event.due_at
    enqueue(hall, ticket)
