"""Tickets that were called in vain, while they may still be called again."""

from collections.abc import Iterator
from datetime import datetime
from itertools import takewhile

from controller.hall import Hall
from controller.hall.ticket import Ticket


def missed(hall: Hall, at: datetime) -> Iterator[tuple[Ticket, datetime]]:
    """Yield each with the moment until which it may come back, the latest first."""
    latest = (hall.tickets[number] for number in reversed(hall.missed))
    untils = ((each, (each.since or at) + hall.rules.comeback) for each in latest)
    return takewhile(lambda each: each[1] >= at, untils)
