"""Where the conditions of the rules hold."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta
from typing import assert_never

from controller.hall.automation import (
    Case,
    HallQueueOver,
    IdleWhileOthersWait,
    QueueOver,
    Rule,
    WaitOver,
)
from controller.hall.counter import Counter
from controller.hall.ids import CounterId, ServiceId
from controller.hall.state import State
from controller.hall.ticket import Ticket

NOWHERE: AbstractSet[CounterId] = frozenset()


def cases(
    hall: State, rule: Rule, at: datetime, unattended: AbstractSet[CounterId] = NOWHERE
) -> Iterator[Case]:
    """Return where the rule's condition holds at this moment; unattended counters are not idle."""
    match rule.condition:
        case WaitOver(wait, service):
            late = (each for each, line in _lines(hall, service) if _longest(line, at) > wait)
            return (Case(rule.name, each) for each in late)
        case QueueOver(tickets, service):
            long = (each for each, line in _lines(hall, service) if len(line) > tickets)
            return (Case(rule.name, each) for each in long)
        case HallQueueOver(tickets):
            return iter([Case(rule.name, None)] if hall.waiting > tickets else [])
        case IdleWhileOthersWait(wait):
            idle = _idle(hall, rule.name, wait, at)
            return (each for each in idle if each.counter not in unattended)
    assert_never(rule.condition)


def _lines(hall: State, service: ServiceId | None) -> Iterator[tuple[ServiceId, list[Ticket]]]:
    """Return who waits for each service, or for this one; for one counter or agent alone, too."""
    lines: dict[ServiceId, list[Ticket]] = {each: [] for each in hall.queues}
    for queue in (*hall.queues.values(), *hall.reserved.values()):
        for number in queue.numbers:
            ticket = hall.tickets[number]
            lines.setdefault(ticket.service, []).append(ticket)
    return ((each, line) for each, line in lines.items() if service in (None, each))


def _longest(line: Iterable[Ticket], at: datetime) -> timedelta:
    """Return the longest that one of them has waited since the issue, or since the last counter."""
    return max([timedelta(0), *(at - _waits_since(each) for each in line)])


def _waits_since(ticket: Ticket) -> datetime:
    """Return since when it waits: who came early to an appointment waits from its moment on.

    Not any more once they were sent on, nor who was given the class and has no such moment.
    """
    since = ticket.since or ticket.issued_at
    is_appointed = ticket.priority == "appointment" and ticket.place == "due"
    has_moment = is_appointed and ticket.appointed_at is not None
    is_first_wait = ticket.called_at is None or ticket.since is None
    return max(since, ticket.due_at) if has_moment and is_first_wait else since


def _idle(hall: State, rule: str, wait: timedelta, at: datetime) -> Iterator[Case]:
    """Give each counter that has nobody to call, while somebody waits whom it might help."""
    waits = {
        service: _longest((hall.tickets[number] for number in queue.numbers), at)
        for service, queue in hall.queues.items()
    }
    for counter in hall.counters.values():
        if _idle_for(hall, counter, at) < wait:
            continue
        helped = [each for each in waits if _may_help(hall, counter, each)]
        longest = max(helped, key=waits.__getitem__, default=None)
        if longest is not None and waits[longest] >= wait:
            yield Case(rule, longest, counter.id)


def _may_help(hall: State, counter: Counter, service: ServiceId) -> bool:
    if counter.agent is None or (counter.id, service) in hall.withheld:
        return False
    return hall.can(counter.agent, service)


def _idle_for(hall: State, counter: Counter, at: datetime) -> timedelta:
    """Return how long the counter has had nobody to call; nothing while it has, or is away."""
    if not _has_nobody(hall, counter) or counter.since is None:
        return timedelta(-1)
    left = (queue.waited_at for queue in hall.reach(counter) if queue.waited_at is not None)
    return at - max([counter.since, *left])


def _has_nobody(hall: State, counter: Counter) -> bool:
    if not counter.is_open or counter.ticket is not None or counter.pause is not None:
        return False
    return not any(hall.reach(counter))
