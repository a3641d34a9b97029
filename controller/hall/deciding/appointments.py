"""What visitors with an appointment ask for: to check in."""

from dataclasses import replace
from datetime import datetime

from controller.hall import refusals
from controller.hall.commands import CheckIn, IssueTicket
from controller.hall.deciding.visitors import closed_because, issue
from controller.hall.events import Event, TicketIssued
from controller.hall.state import State


def check_in(hall: State, arrival: CheckIn, at: datetime) -> Event:
    """Give out the ticket: due at the appointed moment, or as a walk-in's when too late.

    Who is early waits for the appointed moment, and is called sooner only when nobody is
    due before. A pause and a quota keep out only who is late: the others were promised.
    """
    hall.service(arrival.service)
    if arrival.code in hall.checked_in:
        raise refusals.AlreadyCheckedIn
    not_before = arrival.appointed_at - hall.rules.early
    if at < not_before:
        raise refusals.TooEarly(not_before)
    is_late = at > arrival.appointed_at + hall.rules.late
    issued = _as_walk_in(hall, arrival, at) if is_late else _as_promised(hall, arrival, at)
    return replace(issued, appointment=arrival.code, appointed_at=arrival.appointed_at)


def _as_promised(hall: State, arrival: CheckIn, at: datetime) -> TicketIssued:
    hours = hall.rules.hours
    if hours is not None and all(end <= at for _, end in hours.sessions(hours.day(at))):
        raise refusals.ServiceClosed
    wish = IssueTicket(arrival.service, arrival.language, "appointment")
    return issue(hall, wish, at, arrival.appointed_at)


def _as_walk_in(hall: State, arrival: CheckIn, at: datetime) -> TicketIssued:
    refusal = closed_because(hall, hall.service(arrival.service), at)
    if refusal is not None:
        raise refusal
    return issue(hall, IssueTicket(arrival.service, arrival.language), at)
