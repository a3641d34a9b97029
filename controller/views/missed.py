"""Tickets that were called in vain, while they may still be called again."""

from collections.abc import Iterator
from datetime import datetime
from itertools import takewhile

from controller.hall import Hall
from controller.hall.deadlines import comes_back_until
from controller.hall.ticket import Ticket


def missed(hall: Hall, at: datetime) -> Iterator[tuple[Ticket, datetime]]:
    """Yield each with the moment until which it may come back, the latest first."""
    rules = hall.rules
    # An appointment is kept longer than any other, and nobody checks in sooner than early.
    since = hall.stoppages.before(at, max(rules.comeback, rules.early + rules.late))
    latest = (hall.tickets[number] for number in reversed(hall.missed))
    recent = takewhile(lambda each: each.since is None or each.since >= since, latest)
    untils = ((each, comes_back_until(hall, each, at)) for each in recent)
    return (each for each in untils if each[1] >= at)
