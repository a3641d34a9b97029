"""How many are called before a ticket, if nobody else comes: by looking at everybody."""

import itertools
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from fractions import Fraction
from math import ceil, floor

from controller.hall.priority import PriorityClass
from controller.hall.ticket import Ticket
from tests.controller.hall.any_day.book import Book
from tests.controller.hall.any_day.order import is_early
from tests.controller.hall.any_day.sending import alone
from tests.controller.hall.any_day.setting import CLASSES, MINUTE, OFFERS


def ahead(book: Book, who: Ticket, at: datetime) -> int:
    """Return how many go before who waits, or would wait, at the counters that may call them."""
    parts = _parts(book, who)
    counted = _counted(book, parts, who, at)
    return max(1, floor(counted + Fraction(1, 2))) if counted else 0


def _parts(book: Book, who: Ticket) -> dict[str, tuple[Ticket, Fraction]]:
    """Return who waits with some of those counters, and which part of each counts."""
    gives = _gives(book, who)
    ours = _callers(book, gives, who)
    parts = {}
    for each in book.waiting():
        theirs = _callers(book, gives, each)
        is_beside = alone(each) == alone(who) and (alone(who) or each.service == who.service)
        part = Fraction(1) if is_beside else Fraction(len(ours & theirs), len(theirs) or 1)
        if part and each.number != who.number:
            parts[each.number] = (each, part)
    return parts


def _gives(book: Book, who: Ticket) -> dict[int, set[str]]:
    """Return what is given at work, unless nobody gives this: then what counters are made for."""
    gives = {n: set(s.services) for n, s in book.seats.items() if s.agent and s.pause is None}
    if any(who.service in services for services in gives.values()):
        return gives
    return {number: set(services) for number, services in OFFERS.items()}


def _callers(book: Book, gives: dict[int, set[str]], ticket: Ticket) -> set[int]:
    if (name := alone(ticket)) is not None:
        return {number for number, seat in book.seats.items() if name in (number, seat.agent)}
    return {number for number, services in gives.items() if ticket.service in services}


def _counted(book: Book, parts: dict, who: Ticket, at: datetime) -> Fraction:
    others = [each for each, _ in parts.values()]

    def count(tickets: Iterable[Ticket]) -> Fraction:
        return sum((parts[each.number][1] for each in tickets), Fraction(0))

    sooner = [each for each in others if _due(each) < _due(who)]
    if book.setting.policy == "due" or is_early(who, at):
        return count(sooner)
    ready = [each for each in others if not is_early(each, at)]
    to_come = count(each for each in sooner if is_early(each, at))
    match book.setting.policy:
        case "strict":
            key = lambda each: (-_class(each).level, _due(each))  # noqa: E731
            return to_come + count(each for each in ready if key(each) < key(who))
        case "interleave":
            return to_come + _by_rounds(ready, who, count)
    turn = _turn(book, who)
    for calls in itertools.count():
        if _with_more(parts, who, at, at + calls * turn) <= calls:
            return to_come + calls
    raise AssertionError


def _by_rounds(ready: list[Ticket], who: Ticket, count: Callable) -> Fraction:
    """Return how many go first in rounds of which each class has its share.

    Of another class: as many as make up whole rounds, or more than the own class had; one more
    at once, if some of it are due sooner than whose turn it is then.
    """
    own = count(each for each in ready if _same(each, who) and _due(each) < _due(who))
    total = own
    for kind in {each.priority for each in ready} - {who.priority}:
        its = [each for each in ready if each.priority == kind]
        rounds = own * _class(its[0]).share / _class(who).share
        sooner = count(each for each in its if _due(each) < _due(who))
        if rounds.denominator > 1:
            rounds = Fraction(ceil(rounds))
        elif sooner > rounds:
            rounds += 1
        total += min(count(its), rounds)
    return total


def _same(each: Ticket, who: Ticket) -> bool:
    return each.priority == who.priority


def _with_more(parts: dict, who: Ticket, at: datetime, then: datetime) -> Fraction:
    """Return how many of those who can be called now have more points then."""
    ready = [(each, part) for each, part in parts.values() if not is_early(each, at)]
    return sum((part for each, part in ready if _is_before(each, who, then)), Fraction(0))


def _is_before(each: Ticket, who: Ticket, then: datetime) -> bool:
    if _class(each).rate == _class(who).rate:
        return (each.waits_from, _due(each)) < (who.waits_from, _due(who))
    return _points(each, then) > _points(who, then)


def _points(ticket: Ticket, then: datetime) -> float:
    return max(then - ticket.waits_from, timedelta(0)) / MINUTE * _class(ticket).rate


def _turn(book: Book, who: Ticket) -> timedelta:
    """Return the time between two calls: of one counter alone, or of all who give the service."""
    took = book.took[who.service]
    total = sum(took, timedelta(0)).total_seconds()
    serving = timedelta(seconds=round(total / len(took))) if took else 4 * MINUTE
    seats = [s for s in book.seats.values() if s.pause is None and who.service in s.services]
    return serving / (1 if alone(who) else len(seats) or 1)


def _due(ticket: Ticket) -> tuple:
    return ticket.due_at, ticket.issued_at, ticket.serial, ticket.number


def _class(ticket: Ticket) -> PriorityClass:
    return CLASSES.get(ticket.priority, PriorityClass(timedelta(0), 0, 1, 1.0))
