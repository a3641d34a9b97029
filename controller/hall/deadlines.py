"""Until when a visitor may come back, be away or be late: an emergency takes nothing of it."""

from datetime import datetime

from controller.hall.state import State
from controller.hall.ticket import Ticket
from wire.messages import TicketState

UNSERVED = frozenset({TicketState.NO_SHOW, TicketState.CANCELLED})
"""Who was not there when called, or had given up: an appointment is still kept for them."""


def comes_back_until(hall: State, ticket: Ticket, at: datetime) -> datetime:
    """Return until when a ticket that is gone may wait again, as far as is known now.

    That of an appointment which was not served at least as long as its visitor is in time for it.
    """
    assert ticket.since is not None
    until = hall.stoppages.after(ticket.since, hall.rules.comeback, at)
    if ticket.kept_for is None or ticket.state not in UNSERVED:
        return until
    return max(until, _in_time_until(hall, ticket.kept_for, at))


def is_kept(hall: State, ticket: Ticket, at: datetime) -> bool:
    """Return whether an appointment waits for the visitor of this ticket to come once more."""
    is_gone = ticket.kept_for is not None and ticket.state in UNSERVED
    return is_gone and at <= comes_back_until(hall, ticket, at)


def is_back_at(hall: State, ticket: Ticket, at: datetime) -> datetime | None:
    """Return when a parked ticket waits again by itself; nothing when it has no timer."""
    if ticket.back_at is None or ticket.since is None:
        return None
    return hall.stoppages.after(ticket.since, ticket.back_at - ticket.since, at)


def is_late(hall: State, appointed_at: datetime, at: datetime) -> bool:
    """Return whether it is too late by now for an appointment of that moment."""
    return at > _in_time_until(hall, appointed_at, at)


def in_time_from(hall: State, at: datetime) -> datetime:
    """Return the earliest appointed moment for which a visitor is in time now."""
    return hall.stoppages.before(at, hall.rules.late)


def _in_time_until(hall: State, appointed_at: datetime, at: datetime) -> datetime:
    return hall.stoppages.after(appointed_at, hall.rules.late, at)
