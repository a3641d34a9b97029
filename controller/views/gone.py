"""Tickets that were missed or cancelled, and may wait again."""

from collections.abc import Iterator
from datetime import datetime
from heapq import nlargest
from operator import itemgetter

from controller.hall import Hall
from controller.hall.deadlines import comes_back_until
from controller.hall.ticket import Ticket
from controller.views.line import LINE
from wire import messages
from wire.messages import TicketState


def gone(hall: Hall, at: datetime) -> tuple[messages.GoneTicket, ...]:
    """Return the latest of them, at most `LINE`; nobody once the day is over."""
    if hall.is_over:
        return ()
    latest = nlargest(LINE, _in_time(hall, at), key=itemgetter(0))
    return tuple(
        messages.GoneTicket(each.number, each.service, each.state, until) for until, each in latest
    )


def _in_time(hall: Hall, at: datetime) -> Iterator[tuple[datetime, Ticket]]:
    for ticket in hall.tickets.values():
        if ticket.state in (TicketState.NO_SHOW, TicketState.CANCELLED) and ticket.since:
            until = comes_back_until(hall, ticket, at)
            if until >= at:
                yield until, ticket
