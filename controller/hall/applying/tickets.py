"""What becomes of tickets."""

from datetime import datetime
from typing import assert_never

from controller.hall import events
from controller.hall.applying.counters import seen
from controller.hall.events import (
    CLOSING,
    TicketCalled,
    TicketEvent,
    TicketIssued,
    WalkInStarted,
)
from controller.hall.ids import CounterId, TicketNumber
from controller.hall.state import State
from controller.hall.ticket import Ticket
from wire.messages import TicketState


def apply(  # noqa: C901, PLR0912 - one flat match, kept whole by assert_never
    hall: State, event: TicketEvent | TicketIssued | WalkInStarted
) -> None:
    """Make the event so."""
    match event:
        case events.TicketIssued():
            _issued(hall, event)
        case events.WalkInStarted():
            _walked_in(hall, event)
        case events.TicketPreCalled(_, number, counter):
            hall.ready[counter] = number
        case events.TicketCalled():
            _called(hall, event)
        case events.TicketRecalled(_, number, _):
            again = hall.tickets[number]
            again.calls, again.call_seq = again.calls + 1, hall.seq
            hall.at_counters[number] = hall.at_counters.pop(number)
        case events.ServiceStarted(at, number, _):
            turn(hall, number, TicketState.SERVING, at).started_at = at
        case events.ServiceFinished(at, number, counter, quantity=quantity):
            _leave(hall, number, TicketState.FINISHED, counter, at).quantity = quantity
        case events.NoShowRecorded(at, number, counter):
            _leave(hall, number, TicketState.NO_SHOW, counter, at)
            hall.missed[number] = None
        case events.TicketTransferred():
            _transferred(hall, event)
        case events.TicketReturned(at, number, counter):
            _queue(hall, _leave(hall, number, TicketState.WAITING, counter, at))
        case events.TicketMovedOn():
            _moved_on(hall, event)
        case events.TicketParked():
            _parked(hall, event)
        case events.TicketResumed(at, number):
            del hall.parked[number]
            _queue(hall, turn(hall, number, TicketState.WAITING, at))
        case events.TicketReinstated(at, number):
            _reinstated(hall, number, at)
        case events.TicketRedirected():
            _redirected(hall, event)
        case events.TicketReprioritised(_, number, priority, due_at):
            ticket = hall.tickets[number]
            _unqueue(hall, ticket)
            ticket.priority, ticket.due_at = priority, due_at
            _queue(hall, ticket)
        case events.TicketCancelled(at, number, reason, by):
            _unqueue(hall, hall.tickets[number])
            cancelled = turn(hall, number, TicketState.CANCELLED, at)
            cancelled.is_closed_out = (reason, by) == (CLOSING, None)
        case _:
            assert_never(event)


def turn(hall: State, number: TicketNumber, state: TicketState, at: datetime) -> Ticket:
    """Let the ticket be in this state since now."""
    ticket = hall.tickets[number]
    ticket.state, ticket.since = state, at
    return ticket


def _issued(hall: State, event: TicketIssued) -> None:
    hall.issued[event.prefix] = event.serial
    ticket = Ticket(
        number=event.ticket,
        serial=event.serial,
        service=event.service,
        language=event.language,
        issued_at=event.at,
        due_at=event.due_at,
        promised_at=event.promised_at,
        priority=event.priority,
        then=event.then,
        quantity=event.quantity,
        appointment=event.appointment,
    )
    hall.tickets[ticket.number] = ticket
    if event.appointment is not None:
        hall.checked_in[event.appointment] = ticket.number
    _queue(hall, ticket)


def _walked_in(hall: State, event: WalkInStarted) -> None:
    hall.issued[event.prefix] = event.serial
    at, number = event.at, event.ticket
    ticket = Ticket(number, event.serial, event.service, event.language, at, at)
    hall.tickets[number] = ticket
    ticket.called_at = ticket.counter_called_at = ticket.started_at = at
    ticket.counter, ticket.calls, ticket.call_seq = event.counter, 1, hall.seq
    seen(hall, event.counter).ticket = number
    hall.at_counters[number] = None
    turn(hall, number, TicketState.SERVING, at)


def _called(hall: State, event: TicketCalled) -> None:
    ticket, caller = hall.tickets[event.ticket], seen(hall, event.counter)
    _unqueue(hall, ticket)
    turn(hall, ticket.number, TicketState.CALLED, event.at)
    ticket.for_counter = ticket.for_agent = None
    ticket.counter, ticket.calls, ticket.call_seq = caller.id, 1, hall.seq
    ticket.called_at, ticket.counter_called_at = ticket.called_at or event.at, event.at
    caller.ticket = ticket.number
    caller.recent.append(ticket.priority)
    hall.at_counters[ticket.number] = None


def _transferred(hall: State, event: events.TicketTransferred) -> None:
    ticket = _leave(hall, event.ticket, TicketState.WAITING, event.counter, event.at)
    if event.comes_back_to is not None:
        ticket.returns += ((event.comes_back_to, ticket.service),)
    ticket.service, ticket.due_at = event.service, event.due_at or ticket.due_at
    ticket.for_counter, ticket.for_agent = event.for_counter, event.for_agent
    _queue(hall, ticket)


def _redirected(hall: State, event: events.TicketRedirected) -> None:
    ticket = hall.tickets[event.ticket]
    _unqueue(hall, ticket)
    ticket.service, ticket.due_at = event.service, event.due_at
    ticket.for_counter, ticket.for_agent = event.for_counter, event.for_agent
    _queue(hall, ticket)


def _moved_on(hall: State, event: events.TicketMovedOn) -> None:
    ticket = hall.tickets[event.ticket]
    _unqueue(hall, ticket)
    turn(hall, ticket.number, TicketState.WAITING, event.at)
    if event.is_return:
        ticket.returns = ticket.returns[:-1]
    ticket.service, ticket.due_at, ticket.then = event.service, event.due_at, event.then
    ticket.for_counter, ticket.for_agent = None, event.for_agent
    _queue(hall, ticket)


def _reinstated(hall: State, number: TicketNumber, at: datetime) -> None:
    """Let the ticket wait again: for anybody, when who it waited for alone has left."""
    hall.missed.pop(number, None)
    ticket = turn(hall, number, TicketState.WAITING, at)
    ticket.is_closed_out = False
    if all(counter.agent != ticket.for_agent for counter in hall.counters.values()):
        ticket.for_agent = None
    if ticket.for_counter is not None and not seen(hall, ticket.for_counter).is_open:
        ticket.for_counter = None
    _queue(hall, ticket)


def _parked(hall: State, event: events.TicketParked) -> None:
    ticket = _leave(hall, event.ticket, TicketState.PARKED, event.counter, event.at)
    ticket.parked_for, ticket.parked_at = event.reason, event.place
    ticket.back_at = event.back_at
    hall.parked[event.ticket] = None


def _queue(hall: State, ticket: Ticket) -> None:
    ticket.back_at = None
    hall.queue_of(ticket).add(ticket)


def _unqueue(hall: State, ticket: Ticket) -> None:
    """Take a ticket out of wherever it waits, if it waits; and let nobody expect it."""
    hall.parked.pop(ticket.number, None)
    if ticket.state is TicketState.WAITING:
        hall.queue_of(ticket).remove(ticket)
    for counter in [each for each, ready in hall.ready.items() if ready == ticket.number]:
        del hall.ready[counter]


def _leave(
    hall: State, number: TicketNumber, state: TicketState, counter: CounterId, at: datetime
) -> Ticket:
    left = seen(hall, counter)
    left.ticket, left.since = None, at
    del hall.at_counters[number]
    return turn(hall, number, state, at)
