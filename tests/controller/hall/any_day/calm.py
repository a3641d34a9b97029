"""How long a promise has lasted: the minutes of an emergency are nobody's."""

from datetime import datetime, timedelta

from controller.hall.ticket import Ticket
from tests.controller.hall.any_day.ledger import Ledger
from tests.controller.hall.any_day.setting import MINUTE
from wire.messages import TicketState

EARLY, LATE, COMEBACK = 30 * MINUTE, 10 * MINUTE, 15 * MINUTE
"""The rules' defaults: how long before its moment, and after, an appointment counts as one; how
long who did not come may come back."""


def calm(book: Ledger, since: datetime, at: datetime) -> timedelta:
    """Return how long no emergency lasted from one moment to another."""
    lasted, now, is_calm = timedelta(0), since, True
    for moment, is_alarm in book.alarms:
        if moment > since:
            until = min(moment, at)
            lasted += (until - now) * is_calm
            now = until
        is_calm = not is_alarm
    return lasted + (at - now) * is_calm


def is_late(book: Ledger, appointed_at: datetime, at: datetime) -> bool:
    """Return whether who comes now is too late for an appointment."""
    return at > appointed_at and calm(book, appointed_at, at) > LATE


def is_kept(book: Ledger, ticket: Ticket, at: datetime) -> bool:
    """Return whether the ticket's visitor is still in time for an appointment, unserved."""
    is_unserved = ticket.state in (TicketState.NO_SHOW, TicketState.CANCELLED)
    if ticket.kept_for is None or not is_unserved:
        return False
    return not is_late(book, ticket.kept_for, at) or calm(book, ticket.since, at) <= COMEBACK
