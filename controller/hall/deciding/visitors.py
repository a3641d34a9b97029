"""What visitors ask for: a ticket, to give it up, to be called after all, to say how it was."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import assert_never

from controller.hall import commands, events, refusals
from controller.hall.ahead import Spot
from controller.hall.commands import IssueTicket, Reinstate, VisitorCommand
from controller.hall.deadlines import comes_back_until
from controller.hall.deciding.counters import given
from controller.hall.deciding.destination import stays_alone
from controller.hall.deciding.satisfaction import rate
from controller.hall.events import Event, TicketIssued
from controller.hall.ids import ServiceId, TicketNumber
from controller.hall.priority import NORMAL
from controller.hall.service import Service
from controller.hall.state import State
from controller.hall.ticket import Ticket
from wire.messages import MOST_AT_ONCE, MOST_SERVICES, Priority, TicketState
from wire.numbering import ticket_number

GONE = frozenset({TicketState.NO_SHOW, TicketState.CANCELLED, TicketState.FINISHED})
"""Who may come back for a while: a tap may have been wrong."""


@dataclass(frozen=True, slots=True)
class Own:
    """What a kiosk that was alone had given to a visitor."""

    prefix: str
    serial: int
    at: datetime
    """When it did."""


@dataclass(frozen=True, slots=True)
class Due:
    """What an appointment gives to a ticket."""

    at: datetime
    """When it is due."""

    waits_from: datetime
    promised_at: datetime


def decide(hall: State, command: VisitorCommand, at: datetime) -> tuple[Event, ...]:
    """Return the events that the command leads to, or raise `Refused`."""
    match command:
        case commands.IssueTicket():
            check_offered(hall, command, at)
            return (issue(hall, command, at),)
        case commands.GiveUp(number):
            return (events.TicketCancelled(at, _waiting(hall, number).number),)
        case commands.CancelTicket(number, reason, by):
            return (events.TicketCancelled(at, _waiting(hall, number).number, given(reason), by),)
        case commands.Reinstate():
            return (_reinstate(hall, command, at),)
        case commands.RateVisit():
            return (rate(hall, command, at),)
    assert_never(command)


def issue(
    hall: State,
    wish: IssueTicket,
    at: datetime,
    due: Due | None = None,
    own: Own | None = None,
) -> TicketIssued:
    """Return the ticket of the wish; due by its class, unless it has an appointment."""
    service = hall.service(wish.service)
    given = own or Own(service.prefix, next_serial(hall, service), at)
    number = TicketNumber(ticket_number(given.prefix, given.serial))
    in_turn = due_by_class(hall, service, wish.priority, given.at)
    stands = due or Due(in_turn, given.at, promised_at=given.at + service.target)
    place = (stands.at, given.at, given.serial, number)
    has_moment = due is not None and wish.priority == "appointment"
    spot = Spot(place, wish.priority, stands.waits_from, has_moment)
    return TicketIssued(
        at=at,
        ticket=number,
        prefix=given.prefix,
        serial=given.serial,
        service=service.id,
        language=wish.language,
        due_at=stands.at,
        ahead=hall.ahead_of(spot, service.id, at),
        promised_at=stands.promised_at,
        waits_from=None if due is None else due.waits_from,
        priority=wish.priority,
        then=wish.then,
        quantity=wish.quantity,
        sheets=wish.sheets,
        alone_at=None if own is None else own.at,
        beyond_quota=used_up(hall, (wish.service, *wish.then)) if wish.is_by_staff else (),
    )


def used_up(hall: State, visit: tuple[ServiceId, ...]) -> tuple[ServiceId, ...]:
    """Return those of the services of which as many were taken as there are in a day."""
    return tuple(each for each in visit if is_used_up(hall, hall.service(each)))


def due_by_class(
    hall: State, service: Service, priority: Priority, issued_at: datetime
) -> datetime:
    """Return when a ticket of the class is due that was issued then."""
    head_start = hall.rules.classes.get(priority, NORMAL).head_start
    return issued_at + service.target - head_start


def next_number(hall: State, service: Service) -> tuple[TicketNumber, int]:
    """Return the next number of the service's prefix, and its serial."""
    serial = next_serial(hall, service)
    return TicketNumber(ticket_number(service.prefix, serial)), serial


def next_serial(hall: State, service: Service) -> int:
    """Return the next serial of the hall's own row for the service's prefix."""
    return hall.blocks.next_in_row(service.prefix, hall.issued[service.prefix])


def check_offered(hall: State, wish: IssueTicket, at: datetime) -> None:
    """Refuse a wish that the hall does not grant now. A quota stops no staff."""
    check_wish(hall, wish)
    closed = not_now_because if wish.is_by_staff else closed_because
    for service in (wish.service, *wish.then):
        refusal = closed(hall, hall.service(service), at)
        if refusal is not None:
            raise refusal


def check_wish(hall: State, wish: IssueTicket) -> None:
    """Refuse a wish that the hall never grants."""
    if not 1 <= wish.quantity <= MOST_AT_ONCE or not 1 <= wish.sheets <= MOST_AT_ONCE:
        raise refusals.BadQuantity
    if 1 + len(wish.then) > MOST_SERVICES:
        raise refusals.TooManyServices
    if wish.service in wish.then or len(set(wish.then)) < len(wish.then):
        raise refusals.SameService
    for service in (wish.service, *wish.then):
        hall.service(service)


def closed_because(hall: State, service: Service, at: datetime) -> refusals.Refused | None:
    """Return why no ticket is issued for the service now; nothing when one may be taken."""
    refusal = not_now_because(hall, service, at)
    if refusal is None and is_used_up(hall, service):
        return refusals.QuotaReached()
    return refusal


def is_used_up(hall: State, service: Service) -> bool:
    """Return whether as many tickets were taken for the service as there are in a day."""
    promised = hall.measures.of_service(service.id).promised
    return service.quota is not None and promised >= service.quota


def not_now_because(hall: State, service: Service, at: datetime) -> refusals.Refused | None:
    """Return why the hall gives no ticket for the service now, however many there still are."""
    if service.id in hall.paused:
        return refusals.ServicePaused()
    if hall.rules.hours is not None:
        closes_at = hall.rules.hours.closes_at(at)
        if closes_at is None:
            return refusals.ServiceClosed()
        if at > closes_at - hall.rules.last_ticket:
            return refusals.LastTicketGiven()
    return None


def _waiting(hall: State, number: TicketNumber) -> Ticket:
    ticket = hall.ticket(number)
    if ticket.state not in (TicketState.WAITING, TicketState.PARKED):
        raise refusals.WrongMoment
    return ticket


def _reinstate(hall: State, wish: Reinstate, at: datetime) -> Event:
    """Let it wait again; who was served already, only for a reason: others come after them."""
    ticket = hall.ticket(wish.ticket)
    if ticket.state not in GONE:
        raise refusals.WrongMoment
    if at > comes_back_until(hall, ticket, at):
        raise refusals.TooLate
    taken = taken_meanwhile(hall, ticket)
    if taken and not wish.is_by_staff:
        raise refusals.QuotaReached
    is_asked_why = ticket.state is TicketState.FINISHED
    reason = given(wish.reason) if is_asked_why else wish.reason.strip()
    return replace(reinstated(hall, ticket, at, reason), beyond_quota=taken)


def taken_meanwhile(hall: State, ticket: Ticket) -> tuple[ServiceId, ...]:
    """Return the services whose places went to others: who gave up before a call left them."""
    has_left_places = ticket.state is TicketState.CANCELLED and ticket.called_at is None
    known = tuple(each for each in ticket.visit if each in hall.services)
    return used_up(hall, known) if has_left_places else ()


def reinstated(
    hall: State, ticket: Ticket, at: datetime, reason: str = ""
) -> events.TicketReinstated:
    """Return that the ticket waits again where it did."""
    still = stays_alone(hall, ticket)
    return events.TicketReinstated(at, ticket.number, ticket.service, *still, reason=reason)
