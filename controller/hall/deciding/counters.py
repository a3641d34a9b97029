"""What agents and supervisors ask of counters: to open, to close, to pause."""

from datetime import datetime
from typing import assert_never

from controller.hall import commands, events, refusals
from controller.hall.commands import CounterCommand, OpenCounter
from controller.hall.counter import Counter
from controller.hall.events import Event
from controller.hall.ids import AgentName, CounterId, ServiceId
from controller.hall.skills import ALL
from controller.hall.state import State, idle
from controller.hall.ticket import Ticket


def decide(  # noqa: PLR0911 - one flat match, kept whole by assert_never
    hall: State, command: CounterCommand, at: datetime
) -> tuple[Event, ...]:
    """Return the events that the command leads to, or raise `Refused`."""
    match command:
        case commands.OpenCounter():
            return (_open(hall, command, at),)
        case commands.LeaveCounter(agent):
            return _close(hall, idle(hall.seat(agent)), at)
        case commands.CloseCounter(counter):
            return _close(hall, idle(hall.opened(counter)), at)
        case commands.ReleaseCounter(counter):
            return release(hall, counter, at)
        case commands.PauseCounter(agent, reason):
            seat = hall.free(agent)
            return (events.CounterPaused(at, seat.id, given(reason)), *_free(hall, seat, at))
        case commands.ResumeCounter(agent):
            seat = hall.seat(agent)
            if seat.pause is None:
                raise refusals.WrongMoment
            return (events.CounterResumed(at, seat.id),)
        case commands.ChangeServices(counter, services):
            return _changed(hall, hall.opened(counter), services, at)
    assert_never(command)


def given(reason: str) -> str:
    """Return the reason without blanks around it; refuse one without a letter or a figure."""
    if not any(map(str.isalnum, reason)):
        raise refusals.ReasonMissing
    return reason.strip()


def check_skill(hall: State, agent: AgentName | None, service: ServiceId) -> None:
    """Refuse what the agent cannot give."""
    if agent is not None and not hall.can(agent, service):
        raise refusals.NotSkilled


def release(hall: State, counter: CounterId, at: datetime) -> tuple[Event, ...]:
    """Close the counter; its ticket, if it has one, waits again."""
    left = hall.opened(counter)
    if left.ticket is None:
        return _close(hall, left, at)
    return (events.TicketReturned(at, left.ticket, counter), *_close(hall, left, at))


def _close(hall: State, left: Counter, at: datetime) -> tuple[Event, ...]:
    """Close the counter, and let those who waited for it alone wait for anybody."""
    return (events.CounterClosed(at, left.id), *_free(hall, left, at))


def _free(
    hall: State, left: Counter, at: datetime, of: frozenset[ServiceId] | None = None
) -> tuple[Event, ...]:
    """Let who waits for the counter or its agent alone wait for anybody: for these, or for all."""
    names = [name for name in (left.id, left.agent) if name in hall.reserved]
    alone = [hall.tickets[number] for name in names for number in hall.reserved[name].numbers]
    return tuple(_freed(each, at) for each in alone if of is None or each.service in of)


def _freed(ticket: Ticket, at: datetime) -> Event:
    return events.TicketMovedOn(at, ticket.number, ticket.service, ticket.due_at, ticket.then)


def _open(hall: State, wish: OpenCounter, at: datetime) -> Event:
    wanted = hall.counter(wish.counter)
    if wanted.is_open:
        raise refusals.CounterBusy
    if any(other.agent == wish.agent for other in hall.counters.values()):
        raise refusals.AgentElsewhere
    for service in wish.services:
        hall.service(service)
    skills = hall.rules.skills.get(wish.agent, ALL)
    set_up = skills.among(wanted.offers)
    services = wish.services or set_up
    if not services or services != skills.among(services):
        raise refusals.NotSkilled
    likes, gives = tuple(sorted(skills.preferences.items())), tuple(sorted(services))
    return events.CounterOpened(at, wish.counter, wish.agent, gives, likes, services != set_up)


def _changed(
    hall: State, opened: Counter, services: frozenset[ServiceId], at: datetime
) -> tuple[Event, ...]:
    """Let the counter give these; who waits for it alone for what it gave waits for anybody."""
    if not services:
        raise refusals.UnknownService
    for service in services:
        check_skill(hall, opened.agent, hall.service(service).id)
    changed = events.CounterServicesChanged(at, opened.id, tuple(sorted(services)))
    return (changed, *_free(hall, opened, at, opened.services - services))
