"""Tickets whose visitors left a counter to come back."""

from datetime import datetime

from controller.hall import Hall
from controller.hall.deadlines import is_back_at
from wire import messages


def parked(hall: Hall, at: datetime) -> tuple[messages.ParkedTicket, ...]:
    """Return them, the one that was parked first in front."""
    tickets = (hall.tickets[number] for number in hall.parked)
    return tuple(
        messages.ParkedTicket(
            ticket=each.number,
            service=each.service,
            reason=each.parked_for,
            place=each.parked_at,
            since=each.since or each.issued_at,
            back_at=is_back_at(hall, each, at),
        )
        for each in tickets
    )
