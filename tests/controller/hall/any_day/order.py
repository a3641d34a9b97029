"""Who is next, and whom a call passes: by looking through all who wait."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from types import MappingProxyType

from controller.hall.events import (
    Event,
    ServiceFinished,
    TicketCalled,
    TicketReinstated,
    VisitRated,
)
from controller.hall.priority import PriorityClass
from controller.hall.ticket import Ticket
from tests.controller.hall.any_day.book import Book
from tests.controller.hall.any_day.sending import alone
from tests.controller.hall.any_day.setting import CLASSES, MINUTE

CHOSEN = MappingProxyType(
    {
        "due": ": it was due first",
        "strict": "called there, nobody was of a higher class",
        "interleave": "due first in the class whose turn it was",
        "accumulate": "called there, it had the most points",
        "preferred": ", who does best what it is for",
        "out_of_turn": " out of turn: ",
    }
)
"""What the story of a ticket says of its own call, by what chose it."""

PUT = MappingProxyType(
    {
        "first": ": it had been put first in line",
        "last": ": it had been put last in line, and",
        "back": ": it had been finished, and was brought back",
    }
)
"""The same, when somebody had put it first, last, or back after being served."""


def is_of(event: Event, number: str) -> bool:
    """Return whether it happened to the ticket, not to what was said of it."""
    return getattr(event, "ticket", None) == number and not isinstance(event, VisitRated)


def put_of(events: Sequence[Event], number: str) -> str | None:
    """Return where somebody put the ticket last, of the day's events until now."""
    return next(reversed(list(places([each for each in events if is_of(each, number)]))), None)


def places(events: Sequence[Event]) -> Iterator[str]:
    """Yield where somebody put the ticket to which these events happened."""
    for before, event in pairwise(events):
        if getattr(event, "place", None) in ("first", "last"):
            yield event.place
        elif isinstance(event, TicketReinstated) and isinstance(before, ServiceFinished):
            yield "back"


def next_for(book: Book, number: int, at: datetime) -> tuple[Ticket, str] | None:
    """Return whom the counter calls next, and what chooses so; nothing when nobody waits."""
    reach = book.in_reach(number)
    if not reach:
        return None
    seat, policy = book.seats[number], book.setting.policy
    first = _first(book, number, at, seat.preferences)
    return first, policy if first is _first(book, number, at, {}) else "preferred"


def next_to_tell(book: Book, number: int, at: datetime) -> Ticket | None:
    """Return whom the counter calls when the others have called whom they told to get ready."""
    gone = {told for other, told in book.ready.items() if other != number}
    if all(each.number in gone for each in book.in_reach(number)):
        return None
    return _first(book, number, at, book.seats[number].preferences, gone)


def _first(
    book: Book,
    number: int,
    at: datetime,
    likes: Mapping[str, timedelta],
    gone: Collection[str] = (),
) -> Ticket:
    """Return who comes first of all whom the counter may call, for an agent with these likes."""

    def like(ticket: Ticket) -> timedelta:
        return likes.get(ticket.service, timedelta(0))

    def in_turn(ticket: Ticket) -> tuple:
        return ticket.due_at - like(ticket), ticket.issued_at, ticket.serial, ticket.number

    here = [each for each in book.in_reach(number) if each.number not in gone]
    soonest, *others = sorted(here, key=in_turn)
    all_ = [soonest, *(t for t in others if not is_early(t, at))]
    match book.setting.policy:
        case "strict":
            top = max(_class(each).level for each in all_)
            return next(each for each in all_ if _class(each).level == top)
        case "interleave":
            recent = book.seats[number].recent
            return min(all_, key=lambda each: (_served(each, all_, recent), in_turn(each)))
        case "accumulate":

            def points(ticket: Ticket) -> float:
                waited = max(at - ticket.waits_from, timedelta(0))
                return (waited + like(ticket)) / MINUTE * _class(ticket).rate

            return min(all_, key=lambda each: (-points(each), in_turn(each)))
    return soonest


def passed(book: Book, number: int, called: Ticket, why: str) -> tuple[str, ...]:
    """Return whom the counter could have called who came before the called, by age.

    Of one whom the agent prefers, also who was due before.
    """

    def is_before(each: Ticket) -> bool:
        is_sooner = why == "preferred" and _is_due_before(each, called)
        return each.issued_at < called.issued_at or is_sooner

    return by_age(filter(is_before, book.in_reach(number)))


def overtaken(book: Book, number: int, called: Ticket) -> tuple[str, ...]:
    """Return who came before, or was due before, there or where the called waits: by age."""
    name = alone(called)
    there = [each for each in book.waiting() if name is not None and alone(each) == name]
    there += book.waiting_for(called.service)

    def is_before(each: Ticket) -> bool:
        return each.issued_at < called.issued_at or _is_due_before(each, called)

    return by_age(filter(is_before, (*book.in_reach(number), *there)))


def _is_due_before(one: Ticket, other: Ticket) -> bool:
    dues = [(t.due_at, t.issued_at, t.serial, t.number) for t in (one, other)]
    return dues[0] < dues[1]


def by_age(tickets: Iterable[Ticket]) -> tuple[str, ...]:
    """Return the numbers, each once, the oldest ticket's first."""
    known = {each.number: each for each in tickets}
    return tuple(sorted(known, key=lambda n: (known[n].issued_at, known[n].serial, n)))


def _class(ticket: Ticket) -> PriorityClass:
    return CLASSES.get(ticket.priority, PriorityClass(timedelta(0), 0, 1, 1.0))


def _served(ticket: Ticket, heads: list[Ticket], recent: list[str]) -> float:
    """Return how much of its share the ticket's class has had in the round that ends now."""
    shares = {each.priority: _class(each).share for each in heads}
    round_ = list(reversed(recent))[: sum(shares.values()) - 1]
    return round_.count(ticket.priority) / shares[ticket.priority]


def because(book: Book, call: TicketCalled, called: Ticket, other: Ticket, put: str | None) -> str:
    """Return what the other's story must say of the call, which is true besides.

    `put` is where somebody had put the called ticket.
    """
    match call.why:
        case "out_of_turn":
            return "out of turn"
        case _ if put in ("first", "back"):
            return PUT[put].removeprefix(": ")
        case "preferred":
            assert book.seats[call.counter].preferences[called.service] > timedelta(0)
            return "what is done best there"
        case _:
            return _in_line(call.why, called, other, call.at)


def _in_line(why: str, called: Ticket, other: Ticket, at: datetime) -> str:
    if why == "accumulate" and not is_early(other, at):
        return "it had more points"
    if why != "accumulate" and _is_due_before(called, other):
        return "it was due sooner"
    if is_early(other, at):
        return "its appointment was still to come"
    if why == "strict":
        assert _class(called).level > _class(other).level
        return "its class comes first"
    assert why == "interleave"
    assert called.priority != other.priority
    return "its class had its turn"


def has_moment(ticket: Ticket) -> bool:
    """Return whether it waits for the moment of its appointment."""
    was_moved = ticket.place != "due" or ticket.called_at is not None
    return ticket.priority == "appointment" and ticket.appointed_at is not None and not was_moved


def is_early(ticket: Ticket, at: datetime) -> bool:
    """Return whether its appointment's moment is still to come."""
    return has_moment(ticket) and at < ticket.due_at
