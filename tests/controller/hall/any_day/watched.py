"""What the hall's own rules must see and do: by looking at everybody who waits."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from controller.hall import events
from controller.hall.automation import (
    Case,
    HallQueueOver,
    IdleWhileOthersWait,
    OpenServiceAt,
    QueueOver,
    Rule,
    WaitOver,
)
from controller.hall.events import Event
from controller.hall.ticket import Ticket
from tests.controller.hall.any_day.book import Book
from tests.controller.hall.any_day.setting import AUTOMATION, SERVICES, able


def told(book: Book, at: datetime, unattended: frozenset[int]) -> list[Event]:
    """Return what ceased to hold, what began to, and what was done about it."""
    now = {
        case: rule
        for rule in AUTOMATION
        for case in _cases(book, rule, at)
        if case.counter not in unattended
    }
    ceased = sorted(
        (case.rule, case.service or "", case.counter or 0)
        for case in book.holding
        if case not in now
    )
    settled = [
        events.RuleSettled(at, rule, service or None, number or None)
        for rule, service, number in ceased
    ]
    return [*settled, *_begun(book, now, at, unattended)]


def _begun(
    book: Book, now: dict[Case, Rule], at: datetime, unattended: frozenset[int]
) -> Iterator[Event]:
    at_work = {n for n, seat in book.seats.items() if seat.agent and seat.pause is None}
    services = {number: set(book.seats[number].services) for number in at_work - unattended}
    for case in now:
        if case not in book.holding:
            yield events.RuleTriggered(at, case.rule, case.service, case.counter)
    for case, rule in now.items():
        for action in rule.actions:
            if not isinstance(action, OpenServiceAt):
                continue
            service, number = action.service or case.service, action.counter or case.counter
            if number not in services or service not in able(book.seats[number].agent):
                continue
            if service not in services[number] and not was_taken_away(book, number, service):
                services[number].add(service)
                given = tuple(sorted(services[number]))
                yield events.CounterServicesChanged(at, number, given, rule.name, service)


def was_taken_away(book: Book, number: int, service: str) -> bool:
    """Return whether somebody took the service from the counter after it had last been there."""
    history = [services for there, services in book.gave if there == number]
    had = [place for place, services in enumerate(history) if services and service in services]
    after = history[had[-1] + 1 :] if had else []
    return bool(after) and after[0] is not None


def _cases(book: Book, rule: Rule, at: datetime) -> list[Case]:
    waits = {service: _longest(_all_for(book, service), at) for service in SERVICES}
    match rule.condition:
        case WaitOver(wait, service):
            some = [each for each in SERVICES if service in (None, each)]
            return [Case(rule.name, each) for each in some if waits[each] > wait]
        case QueueOver(tickets, service):
            some = [each for each in SERVICES if service in (None, each)]
            long = [each for each in some if len(_all_for(book, each)) > tickets]
            return [Case(rule.name, each) for each in long]
        case HallQueueOver(tickets):
            return [Case(rule.name, None)] if len(book.waiting()) > tickets else []
        case IdleWhileOthersWait(wait):
            idle = [n for n in book.seats if _idle_for(book, n, at) >= wait]
            found = [(number, _worst(book, number, at)) for number in idle]
            return [Case(rule.name, each, n) for n, (each, long) in found if each and long >= wait]


def _worst(book: Book, number: int, at: datetime) -> tuple[str, timedelta]:
    """Return what may be given there that somebody has waited for longest, and how long."""
    can = [each for each in SERVICES if each in able(book.seats[number].agent)]
    can = [each for each in can if not was_taken_away(book, number, each)]
    waits = {each: _longest(book.waiting_for(each), at) for each in can}
    worst = max(can, key=lambda each: waits[each], default="")
    return worst, waits.get(worst, timedelta(0))


def _all_for(book: Book, service: str) -> list[Ticket]:
    return [each for each in book.waiting() if each.service == service]


def _longest(tickets: list[Ticket], at: datetime) -> timedelta:
    """Return the longest wait, without what lies before the last time at a counter.

    Nor before the moment of an appointment, unless somebody put it elsewhere in the line, or it
    was sent on from a counter.
    """
    waits = [at - (each.since or each.issued_at) for each in tickets]
    for index, each in enumerate(tickets):
        is_appointed = each.priority == "appointment" and each.appointed_at is not None
        was_away = each.called_at is not None and each.since is not None
        if is_appointed and each.place == "due" and not was_away:
            waits[index] = min(waits[index], at - each.due_at)
    return max(timedelta(0), *waits) if waits else timedelta(0)


def _idle_for(book: Book, number: int, at: datetime) -> timedelta:
    """Return how long the counter has had nothing to do; less than nothing when it has."""
    seat = book.seats[number]
    is_at_work = seat.agent is not None and seat.ticket is None and seat.pause is None
    if not is_at_work or book.in_reach(number):
        return timedelta(minutes=-1)
    names = (number, seat.agent, *seat.services)
    return at - max(
        [seat.since, *(book.waited_at[each] for each in names if each in book.waited_at)]
    )
