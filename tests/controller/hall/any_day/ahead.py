"""How many are called before a ticket, if nobody else comes: by looking at everybody."""

from collections import Counter as Count
from datetime import datetime, timedelta
from fractions import Fraction
from itertools import count

from controller.hall.priority import PriorityClass
from controller.hall.ticket import Ticket
from tests.controller.hall.any_day.book import Book
from tests.controller.hall.any_day.order import has_moment, is_early
from tests.controller.hall.any_day.sending import alone
from tests.controller.hall.any_day.setting import CLASSES, MINUTE


def ahead(book: Book, here: list[Ticket], who: Ticket, at: datetime) -> int:
    """Return how many of those who wait here go before who is, or would be, one of them."""
    others = [each for each in here if each.number != who.number]
    if book.setting.policy == "due" or is_early(who, at):
        return len([each for each in others if _due(each) < _due(who)])
    ready = [each for each in others if not is_early(each, at)]
    to_come = [each for each in others if is_early(each, at) and _due(each) < _due(who)]
    match book.setting.policy:
        case "strict":
            first = sorted([*ready, who], key=lambda each: (-_class(each).level, _due(each)))
            return len(to_come) + first.index(who)
        case "interleave":
            return len(to_come) + _by_rounds([*ready, who]).index(who)
    turn = _turn(book, who)
    for calls in count():
        if _with_more(here, who, at, at + calls * turn) <= calls:
            return len(to_come) + calls
    raise AssertionError


def _by_rounds(tickets: list[Ticket]) -> list[Ticket]:
    """Return them in the order of rounds of which each class has its share."""
    had: Count[str] = Count()
    keys = {}
    for each in sorted(tickets, key=_due):
        keys[each.number] = (Fraction(had[each.priority], _class(each).share), _due(each))
        had[each.priority] += 1
    return sorted(tickets, key=lambda each: keys[each.number])


def _with_more(here: list[Ticket], who: Ticket, at: datetime, then: datetime) -> int:
    """Return how many have more points then, of each line no more than can be called now."""
    more: Count[tuple] = Count()
    ready: Count[tuple] = Count()
    for each in here:
        line = (each.service, each.priority, has_moment(each))
        ready[line] += not is_early(each, at)
        more[line] += each.number != who.number and _is_before(each, who, then)
    return sum(min(more[line], ready[line]) for line in ready)


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
