"""What the day asks for: pauses of services, timers, the evening."""

from collections.abc import Iterator
from datetime import datetime
from typing import assert_never

from controller.hall import commands, events, refusals
from controller.hall.commands import DayCommand, ReopenDay
from controller.hall.deciding import rules
from controller.hall.deciding.counters import given
from controller.hall.events import Event
from controller.hall.state import State
from wire.messages import TicketState

CLOSING = "closing"
"""Why a ticket is cancelled that still waited when the hall closed."""


def decide(hall: State, command: DayCommand, at: datetime) -> tuple[Event, ...]:
    """Return the events that the command leads to, or raise `Refused`."""
    match command:
        case commands.PauseService(service, reason):
            if hall.service(service).id in hall.paused:
                raise refusals.WrongMoment
            return (events.ServicePaused(at, service, given(reason)),)
        case commands.ResumeService(service):
            if hall.service(service).id not in hall.paused:
                raise refusals.WrongMoment
            return (events.ServiceResumed(at, service),)
        case commands.LetTimePass():
            return (*_what_is_due(hall, at), *rules.watch(hall, at))
        case commands.CloseDay():
            return (*_decided(hall, at), *_emptied(hall, at), events.DayClosed(at))
        case commands.ReopenDay():
            return _reopened(hall, command, at)
    assert_never(command)


def _reopened(hall: State, wish: ReopenDay, at: datetime) -> tuple[Event, ...]:
    if not hall.is_over:
        raise refusals.WrongMoment
    reopened = events.DayReopened(at, given(wish.reason), wish.by)
    closed_out = (each for each in hall.tickets.values() if each.cancelled_for == CLOSING)
    return (reopened, *(events.TicketReinstated(at, ticket.number) for ticket in closed_out))


def _what_is_due(hall: State, at: datetime) -> Iterator[Event]:
    for number in hall.parked:
        back_at = hall.tickets[number].back_at
        if back_at is not None and back_at <= at:
            yield events.TicketResumed(at, number)


def _decided(hall: State, at: datetime) -> Iterator[Event]:
    """Decide each open ticket: none goes into the night waiting."""
    for ticket in hall.tickets.values():
        match ticket.state:
            case TicketState.WAITING | TicketState.PARKED:
                yield events.TicketCancelled(at, ticket.number, CLOSING)
            case TicketState.CALLED:
                assert ticket.counter is not None
                yield events.NoShowRecorded(at, ticket.number, ticket.counter)
            case TicketState.SERVING:
                assert ticket.counter is not None
                yield events.ServiceFinished(
                    at, ticket.number, ticket.counter, CLOSING, quantity=ticket.quantity
                )
            case TicketState.FINISHED | TicketState.NO_SHOW | TicketState.CANCELLED:
                pass


def _emptied(hall: State, at: datetime) -> Iterator[Event]:
    return (events.CounterClosed(at, c.id) for c in hall.counters.values() if c.is_open)
