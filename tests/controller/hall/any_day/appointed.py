"""Appointments, and when tickets are issued at all."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from controller.hall import refusals
from controller.hall.commands import CheckIn, IssueTicket
from controller.hall.events import Event, TicketIssued, TicketReinstated
from controller.hall.priority import PriorityClass
from controller.hall.refusals import Refused
from controller.hall.ticket import Ticket
from tests.controller.hall.any_day.ahead import ahead
from tests.controller.hall.any_day.book import Book
from tests.controller.hall.any_day.calm import EARLY, is_kept, is_late
from tests.controller.hall.any_day.setting import CLASSES, MINUTE, SERVICES, able
from tests.controller.hall.any_day.watched import was_taken_away
from wire.messages import TicketState


def no_such_ticket(book: Book, wish: IssueTicket, at: datetime) -> Iterator[type[Refused]]:
    """Yield why no ticket is issued for all that the visitor wants."""
    yield from no_such_wish(wish)
    services = (wish.service, *wish.then)
    if len(services) <= 3:
        for each in set(services):
            yield from no_ticket(book, each, at, is_by_staff=wish.is_by_staff)


def no_such_wish(wish: IssueTicket) -> Iterator[type[Refused]]:
    """Yield why there never is such a ticket."""
    services = (wish.service, *wish.then)
    if wish.quantity not in range(1, 21) or wish.sheets not in range(1, 21):
        yield refusals.BadQuantity
    if len(services) > 3:
        yield refusals.TooManyServices
        return  # nobody looks which they are
    if not set(services).issubset(SERVICES):
        yield refusals.UnknownService
    if len(set(services)) < len(services):
        yield refusals.SameService


def no_ticket(
    book: Book, service: str, at: datetime, *, is_by_staff: bool
) -> Iterator[type[Refused]]:
    """Yield why no ticket is issued for the service."""
    yield from not_now(book, service, at)
    if is_beyond(book, service) and not is_by_staff:
        yield refusals.QuotaReached


def is_beyond(book: Book, service: str) -> bool:
    """Whether the day has no more tickets for it."""
    quota = book.setting.services[service].quota if service in SERVICES else None
    return quota is not None and _issued_for(book, service) >= quota


def not_now(book: Book, service: str, at: datetime) -> Iterator[type[Refused]]:
    """Yield why none is issued at this time, however many there are."""
    if service in book.paused:
        yield refusals.ServicePaused
    if not book.setting.has_limits:
        return
    left = [end - at for start, end in _stretches(book) if start <= at < end]
    if not left:
        yield refusals.ServiceClosed
    elif max(left) < 15 * MINUTE:
        yield refusals.LastTicketGiven


def _stretches(book: Book) -> tuple[tuple[datetime, datetime], ...]:
    return book.setting.open.stretches


def _issued_for(book: Book, service: str) -> int:
    return book.promised[service]


def reasons(book: Book, arrival: CheckIn, at: datetime) -> Iterator[type[Refused]]:
    """Yield why the visitor gets no ticket."""
    if arrival.service not in SERVICES:
        yield refusals.UnknownService
    if arrival.code in book.checked_in:
        if not is_kept(book, _given_to(book, arrival), at):
            yield refusals.AlreadyCheckedIn
        return  # it has its ticket already
    if arrival.appointed_at - at > EARLY:
        yield refusals.TooEarly
    if is_late(book, arrival.appointed_at, at):
        yield from not_now(book, arrival.service, at)
    elif book.setting.has_limits and at >= max(end for _, end in _stretches(book)):
        yield refusals.ServiceClosed


def events_of(book: Book, arrival: CheckIn, at: datetime) -> tuple[Event, ...]:
    """Return what the visitor gets who is not refused."""
    if arrival.code in book.checked_in:
        return (reinstated(book, _given_to(book, arrival), at),)
    is_walk_in = is_late(book, arrival.appointed_at, at)
    priority = arrival.priority if is_walk_in else _class(book, arrival, at)
    wish = IssueTicket(arrival.service, arrival.language, priority)
    known = {"appointment": arrival.code, "appointed_at": arrival.appointed_at}
    return (replace(issued(book, wish, at, None if is_walk_in else arrival), **known),)


def _given_to(book: Book, arrival: CheckIn) -> Ticket:
    return book.tickets[book.checked_in[arrival.code]]


def reinstated(book: Book, ticket: Ticket, at: datetime) -> TicketReinstated:
    """Let it wait where it did."""
    return TicketReinstated(at, ticket.number, ticket.service, *still_for(book, ticket))


def still_for(book: Book, ticket: Ticket) -> list[int | str | None]:
    """Return the counter and the agent for whom it waited alone, if they are there and able."""
    able_now = {
        name
        for number, seat in book.seats.items()
        if seat.agent and seat.pause is None and ticket.service in able(seat.agent)
        if not was_taken_away(book, number, ticket.service)
        for name in (number, seat.agent)
    }
    for_whom = (ticket.for_counter, ticket.for_agent)
    return [each if each in able_now else None for each in for_whom]


def taken_meanwhile(book: Book, ticket: Ticket) -> tuple[str, ...]:
    """Return the services of its visit for which others took the last tickets since it left."""
    if ticket.state is not TicketState.CANCELLED or ticket.called_at is not None:
        return ()
    return tuple(each for each in ticket.visit if is_beyond(book, each))


def _class(book: Book, arrival: CheckIn, at: datetime) -> str:
    """Return the class that counts: the higher one; between equals that which is due sooner."""
    if arrival.priority == "normal":
        return "appointment"
    own, its = (_given(each) for each in (arrival.priority, "appointment"))
    higher = {
        "strict": own.level - its.level,
        "interleave": own.share - its.share,
        "accumulate": own.rate - its.rate,
    }.get(book.setting.policy, 0)
    if higher == 0:
        target = book.setting.services[arrival.service].target
        higher = 1 if at + target - own.head_start < arrival.appointed_at else -1
    return arrival.priority if higher > 0 else "appointment"


def _given(priority: str) -> PriorityClass:
    return CLASSES.get(priority, PriorityClass(timedelta(0), 0, 1, 1.0))


def issued(
    book: Book,
    wish: IssueTicket,
    at: datetime,
    arrival: CheckIn | None = None,
    own: tuple[str, int, datetime] | None = None,
) -> TicketIssued:
    """Return the ticket that the wish leads to; `arrival` is that of who comes as appointed.

    `own` is the prefix, the serial and the moment of one that a kiosk alone had issued.
    """
    service = book.setting.services[wish.service]
    prefix, serial, since = own or (
        service.prefix,
        book.reserved.next_in_row(service.prefix, book.issued),
        at,
    )
    declared = wish.priority if arrival is None else arrival.priority
    in_turn = since + service.target - _given(declared).head_start
    number = f"{prefix}{serial:03}"
    new = Ticket(number, serial, service.id, wish.language, since, in_turn, since)
    new.priority, promised_at = wish.priority, since + service.target
    if arrival is not None:
        _book(new, arrival, service.target)
        promised_at = arrival.appointed_at
    return TicketIssued(
        at,
        number,
        prefix,
        serial,
        service.id,
        wish.language,
        new.due_at,
        ahead(book, new, at),
        wish.priority,
        wish.then,
        wish.quantity,
        wish.sheets,
        promised_at=promised_at,
        waits_from=None if arrival is None else new.waits_from,
        beyond_quota=_beyond(book, wish),
    )


def _beyond(book: Book, wish: IssueTicket) -> tuple[str, ...]:
    if not wish.is_by_staff:
        return ()
    return tuple(each for each in (wish.service, *wish.then) if is_beyond(book, each))


def _book(new: Ticket, arrival: CheckIn, target: timedelta) -> None:
    """Let the ticket have its appointment, and whatever its class has beside it."""
    moment, has_right = arrival.appointed_at, arrival.priority != "normal"
    new.due_at = min(new.due_at, moment) if has_right else moment
    new.waits_from = min(new.waits_from, moment - target) if has_right else moment - target
    new.appointed_at = moment if new.priority == "appointment" else None
