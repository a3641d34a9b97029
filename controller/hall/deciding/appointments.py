"""What visitors with an appointment ask for: to check in."""

from dataclasses import replace
from datetime import datetime

from controller.hall import refusals
from controller.hall.commands import CheckIn, IssueTicket
from controller.hall.deadlines import is_kept, is_late
from controller.hall.deciding.visitors import (
    Due,
    due_by_class,
    issue,
    not_now_because,
    reinstated,
)
from controller.hall.events import Event, TicketIssued
from controller.hall.policy import weight
from controller.hall.priority import NORMAL
from controller.hall.state import State
from controller.hall.ticket import Ticket
from wire.messages import Priority


def check_in(hall: State, arrival: CheckIn, at: datetime) -> Event:
    """Give out the ticket: due at the appointed moment, or as a walk-in's when too late.

    Who is early waits for the appointed moment, and is called sooner only when nobody is
    due before. Who declares a right to priority loses nothing by having an appointment, nor
    the other way round: they are due at the sooner of both moments, in the class that is called
    first. A pause keeps out only who is late: the others were promised. A quota keeps out nobody.
    Who was missed or gave up, and is still in time, waits again with the ticket that was given.
    """
    hall.service(arrival.service)
    if arrival.code in hall.checked_in:
        return _once_more(hall, hall.tickets[hall.checked_in[arrival.code]], at)
    not_before = arrival.appointed_at - hall.rules.early
    if at < not_before:
        raise refusals.TooEarly(not_before)
    is_too_late = is_late(hall, arrival.appointed_at, at)
    issued = _as_walk_in(hall, arrival, at) if is_too_late else _as_promised(hall, arrival, at)
    return replace(issued, appointment=arrival.code, appointed_at=arrival.appointed_at)


def _once_more(hall: State, ticket: Ticket, at: datetime) -> Event:
    if not is_kept(hall, ticket, at):
        raise refusals.AlreadyCheckedIn
    return reinstated(hall, ticket, at)


def _as_promised(hall: State, arrival: CheckIn, at: datetime) -> TicketIssued:
    hours = hall.rules.hours
    if hours is not None and all(end <= at for _, end in hours.sessions(hours.day(at))):
        raise refusals.ServiceClosed
    booked = _booked(hall, arrival)
    if arrival.priority == "normal":
        wish = IssueTicket(arrival.service, arrival.language, "appointment")
        return issue(hall, wish, at, booked)
    own = due_by_class(hall, hall.service(arrival.service), arrival.priority, at)
    priority = _higher(hall, arrival.priority, is_sooner=own < booked.at)
    due = replace(booked, at=min(own, booked.at), waits_from=min(at, booked.waits_from))
    return issue(hall, IssueTicket(arrival.service, arrival.language, priority), at, due)


def _booked(hall: State, arrival: CheckIn) -> Due:
    moment = arrival.appointed_at
    return Due(moment, moment - hall.service(arrival.service).target, promised_at=moment)


def _higher(hall: State, declared: Priority, *, is_sooner: bool) -> Priority:
    """Return the class that the policy puts first: what was declared, or the appointment's.

    Where it puts neither first, that by which the visitor is due sooner.
    """
    policy, classes = hall.rules.policy, hall.rules.classes
    own = weight(policy, classes.get(declared, NORMAL))
    booked = weight(policy, classes.get("appointment", NORMAL))
    if own == booked:
        return declared if is_sooner else "appointment"
    return declared if own > booked else "appointment"


def _as_walk_in(hall: State, arrival: CheckIn, at: datetime) -> TicketIssued:
    refusal = not_now_because(hall, hall.service(arrival.service), at)
    if refusal is not None:
        raise refusal
    return issue(hall, IssueTicket(arrival.service, arrival.language, arrival.priority), at)
