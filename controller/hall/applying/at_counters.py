"""What becomes of tickets at counters."""

from datetime import datetime
from typing import assert_never

from controller.hall import events
from controller.hall.applying.counters import seen
from controller.hall.applying.ready import swap
from controller.hall.applying.standing import dequeue, enqueue, sent, turn
from controller.hall.events import CLOSING, AtCounterEvent
from controller.hall.ids import CounterId, TicketNumber
from controller.hall.state import State
from controller.hall.ticket import Given, Ticket
from wire.messages import TicketState


def apply(  # noqa: C901 - one flat match, kept whole by assert_never
    hall: State, event: AtCounterEvent
) -> None:
    """Make the event so."""
    match event:
        case events.WalkInStarted():
            _walked_in(hall, event)
        case events.TicketCalled():
            _called(hall, event)
        case events.TicketRecalled(_, number, _):
            again = hall.tickets[number]
            again.calls, again.call_seq = again.calls + 1, hall.seq
            hall.at_counters[number] = hall.at_counters.pop(number)
        case events.ServiceStarted(at, number, _):
            turn(hall, number, TicketState.SERVING, at).started_at = at
        case events.ServiceFinished(at, number, counter, quantity=quantity):
            left = _leave(hall, number, TicketState.FINISHED, counter, at)
            left.quantity, left.is_closed_out = quantity, event.outcome == CLOSING
            left.given = Given(left.service, counter, at)
        case events.NoShowRecorded(at, number, counter):
            missed = _leave(hall, number, TicketState.NO_SHOW, counter, at)
            missed.is_closed_out = event.reason == CLOSING
            hall.missed[number] = None
        case events.TicketTransferred():
            _transferred(hall, event)
        case events.TicketReturned(at, number, counter):
            _returned(hall, number, counter, at)
        case events.TicketParked():
            _parked(hall, event)
        case _:
            assert_never(event)


def _walked_in(hall: State, event: events.WalkInStarted) -> None:
    hall.issued[event.prefix] = event.serial
    at, number, due_at = event.at, event.ticket, event.due_at or event.at
    ticket = Ticket(number, event.serial, event.service, event.language, at, due_at, at)
    hall.tickets[number] = ticket
    ticket.called_at = ticket.counter_called_at = ticket.started_at = at
    ticket.counter, ticket.calls, ticket.call_seq = event.counter, 1, hall.seq
    seen(hall, event.counter).ticket = number
    hall.at_counters[number] = None
    turn(hall, number, TicketState.SERVING, at)


def _called(hall: State, event: events.TicketCalled) -> None:
    ticket, caller = hall.tickets[event.ticket], seen(hall, event.counter)
    swap(hall, caller.id, ticket.number)
    dequeue(hall, ticket, event.at)
    ticket.waited_since = ticket.since
    turn(hall, ticket.number, TicketState.CALLED, event.at)
    ticket.counter, ticket.calls, ticket.call_seq = caller.id, 1, hall.seq
    ticket.called_at, ticket.counter_called_at = ticket.called_at or event.at, event.at
    caller.ticket = ticket.number
    caller.recent.append(ticket.priority)
    hall.at_counters[ticket.number] = None


def _transferred(hall: State, event: events.TicketTransferred) -> None:
    ticket = _leave(hall, event.ticket, TicketState.WAITING, event.counter, event.at)
    if event.is_return:
        ticket.returns = ticket.returns[:-1]
    if event.comes_back_to is not None:
        ticket.returns += ((event.comes_back_to, ticket.service, ticket.quantity),)
    sent(ticket, event)
    enqueue(hall, ticket)


def _returned(hall: State, number: TicketNumber, counter: CounterId, at: datetime) -> None:
    """Let the ticket wait again: who was not served yet has waited all the time."""
    was_served = hall.tickets[number].state is TicketState.SERVING
    ticket = _leave(hall, number, TicketState.WAITING, counter, at)
    ticket.since = at if was_served else ticket.waited_since
    ticket.for_counter = ticket.for_agent = None
    enqueue(hall, ticket)


def _parked(hall: State, event: events.TicketParked) -> None:
    ticket = _leave(hall, event.ticket, TicketState.PARKED, event.counter, event.at)
    ticket.parked_for, ticket.parked_at = event.reason, event.place
    ticket.back_at = event.back_at
    hall.parked[event.ticket] = None


def _leave(
    hall: State, number: TicketNumber, state: TicketState, counter: CounterId, at: datetime
) -> Ticket:
    left = seen(hall, counter)
    left.ticket, left.since = None, at
    del hall.at_counters[number]
    return turn(hall, number, state, at)
