"""Who is next, and whom a call passes: by looking through all who wait."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from controller.hall.priority import PriorityClass
from controller.hall.ticket import Ticket
from tests.controller.hall.any_day.book import Book, alone
from tests.controller.hall.any_day.setting import CLASSES, MINUTE


def next_for(book: Book, number: int, at: datetime) -> tuple[Ticket, str] | None:
    """Return whom the counter calls next, and what chooses so; nothing when nobody waits."""
    reach = book.in_reach(number)
    if not reach:
        return None
    seat, policy = book.seats[number], book.setting.policy
    heads = [each for each in reach if each == _line_of(each, reach)[0]]

    def due(ticket: Ticket) -> datetime:
        return ticket.due_at - seat.preferences.get(ticket.service, timedelta(0))

    def in_turn(ticket: Ticket) -> tuple:
        return due(ticket), ticket.issued_at, ticket.serial, ticket.number

    heads = sorted(heads, key=in_turn)
    if policy == "strict":
        top = max(_class(each).level for each in heads)
        heads = [each for each in heads if _class(each).level == top]
    if policy == "interleave":
        least = min(_served(each, heads, seat.recent) for each in heads)
        heads = [each for each in heads if _served(each, heads, seat.recent) == least]
    if policy == "accumulate":
        kinds = book.setting.services

        def points(ticket: Ticket) -> float:
            waited = at - due(ticket) + kinds[ticket.service].target
            return waited / MINUTE * _class(ticket).rate

        most = max(map(points, heads))
        heads = [each for each in heads if points(each) == most]
    return heads[0], policy if alone(heads[0]) is None else "reserved"


def passed(book: Book, number: int, called: Ticket) -> tuple[str, ...]:
    """Return whom the counter could have called who came before the called, by age."""
    return by_age(each for each in book.in_reach(number) if each.issued_at < called.issued_at)


def overtaken(book: Book, number: int, called: Ticket) -> tuple[str, ...]:
    """Return who came before, or was due before, there or where the called waits: by age."""
    name = alone(called)
    there = [each for each in book.waiting() if alone(each) == name]
    if name is None:
        there = book.waiting_for(called.service)

    def is_before(each: Ticket) -> bool:
        dues = [(t.due_at, t.issued_at, t.serial, t.number) for t in (each, called)]
        return each.issued_at < called.issued_at or dues[0] < dues[1]

    return by_age(filter(is_before, (*book.in_reach(number), *there)))


def by_age(tickets: Iterable[Ticket]) -> tuple[str, ...]:
    """Return the numbers, each once, the oldest ticket's first."""
    known = {each.number: each for each in tickets}
    return tuple(sorted(known, key=lambda n: (known[n].issued_at, known[n].serial, n)))


def _line_of(ticket: Ticket, reach: list[Ticket]) -> list[Ticket]:
    """Return those who wait in one line with it, due first first."""

    def line(each: Ticket) -> tuple:
        return alone(each) or each.service, each.priority

    return [each for each in reach if line(each) == line(ticket)]


def _class(ticket: Ticket) -> PriorityClass:
    return CLASSES.get(ticket.priority, PriorityClass(timedelta(0), 0, 1, 1.0))


def _served(ticket: Ticket, heads: list[Ticket], recent: list[str]) -> float:
    """Return how much of its share the ticket's class has had in the round that ends now."""
    shares = {each.priority: _class(each).share for each in heads}
    round_ = list(reversed(recent))[: sum(shares.values()) - 1]
    return round_.count(ticket.priority) / shares[ticket.priority]
