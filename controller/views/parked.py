"""Tickets whose visitors left a counter to come back."""

from controller.hall import Hall
from wire import messages


def parked(hall: Hall) -> tuple[messages.ParkedTicket, ...]:
    """Return them, the one that was parked first in front."""
    tickets = (hall.tickets[number] for number in hall.parked)
    return tuple(
        messages.ParkedTicket(
            ticket=each.number,
            service=each.service,
            reason=each.parked_for,
            place=each.parked_at,
            since=each.since or each.issued_at,
            back_at=each.back_at,
        )
        for each in tickets
    )
