"""What visitors with an appointment ask for: to book, to cancel, to check in."""

from datetime import datetime
from typing import assert_never

from controller.hall import commands, events, refusals
from controller.hall.appointment import Appointment
from controller.hall.commands import AppointmentCommand, BookAppointment, IssueTicket
from controller.hall.deciding.visitors import closed_because, issue
from controller.hall.events import Event
from controller.hall.hours import Timetable
from controller.hall.ids import AppointmentCode
from controller.hall.service import Service
from controller.hall.state import State


def decide(hall: State, command: AppointmentCommand, at: datetime) -> tuple[Event, ...]:
    """Return the events that the command leads to, or raise `Refused`."""
    match command:
        case commands.BookAppointment():
            return (_book(hall, command, at),)
        case commands.CancelAppointment(code):
            return (events.AppointmentCancelled(at, _expected(hall, code).code),)
        case commands.CheckIn(code):
            return (_check_in(hall, _expected(hall, code), at),)
    assert_never(command)


def is_a_slot(hours: Timetable, service: Service, moment: datetime) -> bool:
    """Return whether the service gives appointments at this moment."""
    if service.slot is None:
        return False
    day = moment.astimezone(hours.zone).date()
    return any(
        start <= moment <= end - service.slot and not (moment - start) % service.slot
        for start, end in hours.sessions(day)
    )


def _book(hall: State, wish: BookAppointment, at: datetime) -> Event:
    service = hall.service(wish.service)
    if wish.code in hall.appointments:
        raise refusals.SlotTaken
    if hall.rules.hours is None or not is_a_slot(hall.rules.hours, service, wish.at):
        raise refusals.NoSuchSlot
    if wish.at <= at:
        raise refusals.TooLate
    booked = sum(
        each.service == service.id and each.at == wish.at and not each.is_cancelled
        for each in hall.appointments.values()
    )
    if booked >= service.slot_capacity:
        raise refusals.SlotTaken
    return events.AppointmentBooked(at, wish.code, service.id, wish.at, wish.language)


def _expected(hall: State, code: AppointmentCode) -> Appointment:
    appointment = hall.appointments.get(code)
    if appointment is None:
        raise refusals.UnknownAppointment
    if not appointment.is_open:
        raise refusals.WrongMoment
    return appointment


def _check_in(hall: State, appointment: Appointment, at: datetime) -> Event:
    """Give out the ticket: due at the appointed moment, or as a walk-in's when too late.

    Who is early waits for the appointed moment, and is called sooner only when nobody is
    due before.
    """
    service, language = appointment.service, appointment.language
    if at > appointment.at + hall.rules.late:
        refusal = closed_because(hall, hall.service(service), at)
        if refusal is not None:
            raise refusal
        return issue(hall, IssueTicket(service, language), at, appointment=appointment.code)
    wish = IssueTicket(service, language, "appointment")
    return issue(hall, wish, at, appointment.at, appointment.code)
