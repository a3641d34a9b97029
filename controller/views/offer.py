"""What the kiosks may offer, and the ticket that they print."""

from datetime import date, datetime

from controller.hall import Hall
from controller.hall.events import TicketIssued
from controller.hall.service import Service
from controller.views.lasting import publicly
from wire import messages


def offer(hall: Hall, at: datetime) -> messages.Offer:
    """Return what the kiosks may offer now."""
    hours = hall.rules.hours
    tomorrow = None if hours is None else hours.opens_on_a_later_day(at)
    soon = None if hours is None else hours.opens_at(at)
    return messages.Offer(
        seq=hall.seq,
        at=at,
        services=tuple(_offered(hall, service, at) for service in hall.services.values()),
        priorities=declarable(hall),
        closes_at=None if hours is None else hours.closes_at(at),
        opens_at=tomorrow if hall.is_over else soon,
        opens_on_a_later_day_at=tomorrow,
        takes_appointments=takes_appointments(hall),
        emergencies=publicly(hall),
    )


def ticket_hours(hall: Hall, day: date) -> tuple[messages.TicketHours, ...] | None:
    """Return when tickets may be taken on the day; nothing when the hall has no hours."""
    hours, last = hall.rules.hours, hall.rules.last_ticket
    if hours is None:
        return None
    return tuple(messages.TicketHours(start, end - last) for start, end in hours.sessions(day))


def declarable(hall: Hall) -> tuple[messages.Priority, ...]:
    """Return the hall's classes that a visitor may declare."""
    return tuple(each for each in hall.rules.classes if each in messages.DECLARED)


def takes_appointments(hall: Hall) -> bool:
    """Return whether somebody may have an appointment: the hall has hours, a service slots."""
    has_slots = any(each.slot is not None for each in hall.services.values())
    return hall.rules.hours is not None and has_slots


def _offered(hall: Hall, service: Service, at: datetime) -> messages.OfferedService:
    refusal = hall.closed_because(service, at)
    return messages.OfferedService(
        service=service.id,
        is_open=refusal is None,
        waiting=len(hall.queues[service.id]),
        closed_because="" if refusal is None else refusal.code,
        reason=hall.paused.get(service.id, ""),
    )


def slip(seq: int, issued: TicketIssued, url: str) -> messages.TicketSlip:
    """Return a ticket as it is printed: the same whenever it is asked for."""
    return messages.TicketSlip(
        seq=seq,
        ticket=issued.ticket,
        service=issued.service,
        language=issued.language,
        issued_at=issued.issued_at,
        ahead=issued.ahead,
        url=url,
        priority=issued.priority,
        then=issued.then,
        quantity=issued.quantity,
        sheets=issued.sheets,
        is_alone=issued.alone_at is not None,
        is_late=issued.appointed_at is not None and not issued.is_in_time,
        is_beyond_quota=bool(issued.beyond_quota),
    )
