"""Where the conditions of the rules hold."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import assert_never

from controller.hall.automation import Case, IdleWhileOthersWait, QueueOver, Rule, WaitOver
from controller.hall.counter import Counter
from controller.hall.ids import ServiceId
from controller.hall.state import State


def cases(hall: State, rule: Rule, at: datetime) -> Iterator[Case]:
    """Return where the rule's condition holds at this moment."""
    match rule.condition:
        case WaitOver(wait, service):
            late = (each for each in _watched(hall, service) if _waited(hall, each, at) > wait)
            return (Case(rule.name, each) for each in late)
        case QueueOver(tickets, service):
            long = (each for each in _watched(hall, service) if len(hall.queues[each]) > tickets)
            return (Case(rule.name, each) for each in long)
        case IdleWhileOthersWait(wait):
            return _idle(hall, rule.name, wait, at)
    assert_never(rule.condition)


def _watched(hall: State, service: ServiceId | None) -> tuple[ServiceId, ...]:
    if service is None:
        return tuple(hall.queues)
    return (service,) if service in hall.queues else ()


def _waited(hall: State, service: ServiceId, at: datetime) -> timedelta:
    oldest = hall.queues[service].oldest_issued_at
    return timedelta(0) if oldest is None else at - oldest


def _idle(hall: State, rule: str, wait: timedelta, at: datetime) -> Iterator[Case]:
    longest = max(hall.queues, key=lambda each: _waited(hall, each, at), default=None)
    if longest is None or _waited(hall, longest, at) < wait:
        return
    for counter in hall.counters.values():
        if _has_nobody(hall, counter) and counter.since and at - counter.since >= wait:
            yield Case(rule, longest, counter.id)


def _has_nobody(hall: State, counter: Counter) -> bool:
    if not counter.is_open or counter.ticket is not None or counter.pause is not None:
        return False
    return not any(hall.queues[each] for each in counter.services if each in hall.queues)
