"""Appointments, and when tickets are issued at all."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from controller.hall import commands, events, refusals
from controller.hall.commands import AppointmentCommand
from controller.hall.events import Event
from controller.hall.refusals import Refused
from tests.controller.hall.any_day.book import Book
from tests.controller.hall.any_day.setting import CLASSES, MINUTE, SERVICES

LATE = 10 * MINUTE
"""The rules' default: how long after its moment an appointment still counts as one."""


def no_ticket(book: Book, service: str, at: datetime) -> Iterator[type[Refused]]:
    """Yield why no ticket is issued for the service."""
    if service in book.paused:
        yield refusals.ServicePaused
    if not book.setting.has_limits:
        return
    open_ = [start <= at < end and at <= end - 15 * MINUTE for start, end in _stretches(book)]
    if not any(open_):
        yield refusals.ServiceClosed
    quota = book.setting.services[service].quota if service in SERVICES else None
    if quota is not None and _issued_for(book, service) >= quota:
        yield refusals.QuotaReached


def _stretches(book: Book) -> tuple[tuple[datetime, datetime], ...]:
    return book.setting.open.stretches


def _issued_for(book: Book, service: str) -> int:
    return sum(first == service for first in book.first_services.values())


def reasons(book: Book, command: AppointmentCommand, at: datetime) -> Iterator[type[Refused]]:
    """Yield why the command must be refused."""
    if isinstance(command, commands.BookAppointment):
        yield from _booking(book, command, at)
        return
    appointment = book.appointments.get(command.code)
    if appointment is None:
        yield refusals.UnknownAppointment
    elif appointment.is_cancelled or appointment.ticket is not None:
        yield refusals.WrongMoment
    elif isinstance(command, commands.CheckIn) and at - appointment.at > LATE:
        yield from no_ticket(book, appointment.service, at)


def _booking(book: Book, wish: commands.BookAppointment, at: datetime) -> Iterator[type[Refused]]:
    if wish.service not in SERVICES:
        yield refusals.UnknownService
        return
    if wish.at not in slots(book, wish.service):
        yield refusals.NoSuchSlot
    if wish.at <= at:
        yield refusals.TooLate
    same = [
        each
        for each in book.appointments.values()
        if (each.service, each.at) == (wish.service, wish.at) and not each.is_cancelled
    ]
    if wish.code in book.appointments or len(same) >= 2:
        yield refusals.SlotTaken


def slots(book: Book, service: str) -> set[datetime]:
    """Return the moments of the day for which the service gives appointments."""
    if book.setting.services[service].slot is None or not book.setting.has_limits:
        return set()
    found = set()
    for start, end in _stretches(book):
        moment = start
        while moment + 15 * MINUTE <= end:
            found.add(moment)
            moment += timedelta(minutes=15)
    return found


def events_of(book: Book, command: AppointmentCommand, at: datetime) -> tuple[Event, ...]:
    """Return what the command leads to when it is not refused."""
    match command:
        case commands.BookAppointment(code, service, moment, language):
            return (events.AppointmentBooked(at, code, service, moment, language),)
        case commands.CancelAppointment(code):
            return (events.AppointmentCancelled(at, code),)
        case commands.CheckIn(code):
            visitor = book.appointments[code]
            wish = commands.IssueTicket(visitor.service, visitor.language)
            if at - visitor.at > LATE:
                return (issued(book, wish, at, None, code),)
            wish = commands.IssueTicket(visitor.service, visitor.language, "appointment")
            return (issued(book, wish, at, visitor.at, code),)


def issued(
    book: Book,
    wish: commands.IssueTicket,
    at: datetime,
    due_at: datetime | None = None,
    code: str | None = None,
) -> events.TicketIssued:
    """Return the ticket that the wish leads to."""
    service = book.setting.services[wish.service]
    serial = book.issued[service.prefix] + 1
    start = CLASSES[wish.priority].head_start if wish.priority in CLASSES else timedelta(0)
    return events.TicketIssued(
        at,
        f"{service.prefix}{serial:03}",
        service.prefix,
        serial,
        service.id,
        wish.language,
        due_at or at + service.target - start,
        len(book.waiting_for(service.id)),
        wish.priority,
        wish.then,
        wish.quantity,
        wish.sheets,
        code,
    )
