"""Appointments, and when tickets are issued at all."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from controller.hall import refusals
from controller.hall.commands import CheckIn, IssueTicket
from controller.hall.events import Event, TicketIssued
from controller.hall.refusals import Refused
from controller.hall.ticket import Ticket
from tests.controller.hall.any_day.ahead import ahead
from tests.controller.hall.any_day.book import Book
from tests.controller.hall.any_day.setting import CLASSES, MINUTE, SERVICES

EARLY, LATE = 30 * MINUTE, 10 * MINUTE
"""The rules' defaults: how long before its moment, and after, an appointment counts as one."""


def no_such_ticket(book: Book, wish: IssueTicket, at: datetime) -> Iterator[type[Refused]]:
    """Yield why no ticket is issued for all that the visitor wants."""
    yield from no_such_wish(wish)
    services = (wish.service, *wish.then)
    if len(services) <= 3:
        for each in set(services):
            yield from no_ticket(book, each, at)


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


def no_ticket(book: Book, service: str, at: datetime) -> Iterator[type[Refused]]:
    """Yield why no ticket is issued for the service."""
    if service in book.paused:
        yield refusals.ServicePaused
    if not book.setting.has_limits:
        return
    left = [end - at for start, end in _stretches(book) if start <= at < end]
    if not left:
        yield refusals.ServiceClosed
    elif max(left) < 15 * MINUTE:
        yield refusals.LastTicketGiven
    quota = book.setting.services[service].quota if service in SERVICES else None
    if quota is not None and _issued_for(book, service) >= quota:
        yield refusals.QuotaReached


def _stretches(book: Book) -> tuple[tuple[datetime, datetime], ...]:
    return book.setting.open.stretches


def _issued_for(book: Book, service: str) -> int:
    return book.promised[service]


def reasons(book: Book, arrival: CheckIn, at: datetime) -> Iterator[type[Refused]]:
    """Yield why the visitor gets no ticket."""
    if arrival.service not in SERVICES:
        yield refusals.UnknownService
    if arrival.code in book.checked_in:
        yield refusals.AlreadyCheckedIn
    if arrival.appointed_at - at > EARLY:
        yield refusals.TooEarly
    if at - arrival.appointed_at > LATE:
        yield from no_ticket(book, arrival.service, at)
    elif book.setting.has_limits and at >= max(end for _, end in _stretches(book)):
        yield refusals.ServiceClosed


def events_of(book: Book, arrival: CheckIn, at: datetime) -> tuple[Event, ...]:
    """Return what the visitor gets who is not refused."""
    is_late = at - arrival.appointed_at > LATE
    priority = "normal" if is_late else "appointment"
    promised_at = None if is_late else arrival.appointed_at
    wish = IssueTicket(arrival.service, arrival.language, priority)
    known = {"appointment": arrival.code, "appointed_at": arrival.appointed_at}
    return (replace(issued(book, wish, at, promised_at), **known),)


def issued(
    book: Book,
    wish: IssueTicket,
    at: datetime,
    promised_at: datetime | None = None,
    own: tuple[str, int, datetime] | None = None,
) -> TicketIssued:
    """Return the ticket that the wish leads to; no class is sooner than an appointment.

    `own` is the prefix, the serial and the moment of one that a kiosk alone had issued.
    """
    service = book.setting.services[wish.service]
    prefix, serial, since = own or (
        service.prefix,
        book.reserved.next_in_row(service.prefix, book.issued),
        at,
    )
    start = CLASSES[wish.priority].head_start if wish.priority in CLASSES else timedelta(0)
    due_at = promised_at or since + service.target - start
    waits_from = None if promised_at is None else promised_at - service.target
    number = f"{prefix}{serial:03}"
    new = Ticket(number, serial, service.id, wish.language, since, due_at, waits_from or since)
    new.priority, new.appointed_at = wish.priority, promised_at
    return TicketIssued(
        at,
        number,
        prefix,
        serial,
        service.id,
        wish.language,
        due_at,
        ahead(book, book.waiting_for(service.id), new, at),
        wish.priority,
        wish.then,
        wish.quantity,
        wish.sheets,
        promised_at=promised_at or since + service.target,
        waits_from=waits_from,
    )
