"""What the day asks for: pauses of services, timers, the evening."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import assert_never

from controller.hall import commands, events, refusals
from controller.hall.commands import DayCommand, ReopenDay
from controller.hall.deadlines import is_back_at
from controller.hall.deciding import announcing, rules
from controller.hall.deciding.counters import given
from controller.hall.deciding.destination import A_MOMENT, resumed
from controller.hall.events import CLOSING, Event
from controller.hall.ids import ServiceId
from controller.hall.state import State
from wire.messages import AnnouncementKind, TicketState


def decide(  # noqa: PLR0911 - one flat choice, kept whole by assert_never
    hall: State, command: DayCommand, at: datetime
) -> tuple[Event, ...]:
    """Return the events that the command leads to, or raise `Refused`."""
    match command:
        case commands.PauseService(service, reason):
            open_ = _some(hall, service, set(hall.services) - set(hall.paused))
            told = announcing.of_pauses(hall, AnnouncementKind.SERVICE_PAUSED, service, at)
            return (*(events.ServicePaused(at, each, given(reason)) for each in open_), *told)
        case commands.ResumeService(service):
            paused = _some(hall, service, set(hall.paused))
            told = announcing.of_pauses(hall, AnnouncementKind.SERVICE_RESUMED, service, at)
            return (*(events.ServiceResumed(at, each) for each in paused), *told)
        case commands.LetTimePass() if _is_night(hall, at):
            return _closed(hall, at)
        case commands.LetTimePass() if hall.emergencies:
            return ()
        case commands.LetTimePass(unattended):
            return (
                *_what_is_due(hall, at),
                *rules.watch(hall, at, unattended),
                *announcing.of_closing(hall, at),
            )
        case commands.CloseDay():
            return _closed(hall, at)
        case commands.EndDay():
            return (*(() if hall.is_over else _closed(hall, at)), *_lifted(hall, at))
        case commands.ReopenDay():
            return _reopened(hall, command, at)
    assert_never(command)


def _some(hall: State, service: ServiceId | None, among: set[ServiceId]) -> list[ServiceId]:
    """Return the service, or all of these; refuse when it is none of them, or there is none."""
    if service is not None:
        among &= {hall.service(service).id}
    if not among:
        raise refusals.WrongMoment
    return sorted(among)


def _is_night(hall: State, at: datetime) -> bool:
    """Return whether the hall's rules close the day now, on which something has happened."""
    hours, after = hall.rules.hours, hall.rules.closes_after
    if hours is None or after is None or hall.was_reopened or not hall.seq:
        return False
    stretches = hours.sessions(hours.day(at))
    return bool(stretches) and at >= stretches[-1][1] + after


def _closed(hall: State, at: datetime) -> tuple[Event, ...]:
    return (*_decided(hall, at), *_emptied(hall, at), events.DayClosed(at))


def _lifted(hall: State, at: datetime) -> Iterator[Event]:
    return (events.EmergencyLifted(at, kind) for kind in hall.emergencies)


def _reopened(hall: State, wish: ReopenDay, at: datetime) -> tuple[Event, ...]:
    if not hall.is_over:
        raise refusals.WrongMoment
    reopened = events.DayReopened(at, given(wish.reason), wish.by)
    return (reopened, *_reinstated(hall, at))


def _reinstated(hall: State, at: datetime) -> Iterator[Event]:
    """Let all wait again whom the closing decided: before all, those who were being served."""
    closed_out = [each for each in hall.tickets.values() if each.is_closed_out]
    due_at = min([at, *(each.due_at for each in closed_out)]) - A_MOMENT
    waits_from = min([at, *(each.waits_from for each in closed_out)])
    for ticket in closed_out:
        again = events.TicketReinstated(at, ticket.number, ticket.service)
        if ticket.state is TicketState.FINISHED:
            again = replace(again, due_at=due_at, waits_from=waits_from, place="first")
        yield again


def _what_is_due(hall: State, at: datetime) -> Iterator[Event]:
    for number in hall.parked:
        ticket = hall.tickets[number]
        back_at = is_back_at(hall, ticket, at)
        if back_at is not None and back_at <= at:
            yield resumed(hall, ticket, at)


def _decided(hall: State, at: datetime) -> Iterator[Event]:
    """Decide each open ticket: none goes into the night waiting."""
    for ticket in hall.tickets.values():
        match ticket.state:
            case TicketState.WAITING | TicketState.PARKED:
                yield events.TicketCancelled(at, ticket.number, CLOSING)
            case TicketState.CALLED:
                assert ticket.counter is not None
                yield events.NoShowRecorded(at, ticket.number, ticket.counter, CLOSING)
            case TicketState.SERVING:
                assert ticket.counter is not None
                # What was still to come for it ends with it; reopened, it has it all again.
                yield events.ServiceFinished(
                    at, ticket.number, ticket.counter, CLOSING, quantity=ticket.quantity
                )
            case TicketState.FINISHED | TicketState.NO_SHOW | TicketState.CANCELLED:
                pass


def _emptied(hall: State, at: datetime) -> Iterator[Event]:
    return (events.CounterClosed(at, c.id) for c in hall.counters.values() if c.is_open)
