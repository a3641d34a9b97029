"""What the hall's screens show."""

from datetime import datetime
from itertools import islice

from controller.hall import Hall
from controller.hall.ticket import Ticket
from controller.views.announced import to_the_hall
from controller.views.lasting import publicly
from wire import messages

ROWS = 16
"""Rows of a board: more than any screen shows at a legible size, and under 2 kB on the wire."""


def board(hall: Hall, at: datetime) -> messages.Board:
    """Return what the hall's screens show now: the latest calls of the tickets at counters."""
    latest = islice(reversed(hall.at_counters), ROWS)
    rows = tuple(_row(hall.tickets[number]) for number in latest)
    ready = tuple(messages.Ready(number, counter) for counter, number in hall.ready.items())
    lasting = publicly(hall)
    told = to_the_hall(hall, at)
    return messages.Board(
        hall.seq, at, rows, hall.waiting, ready=ready, emergencies=lasting, announcements=told
    )


def _row(ticket: Ticket) -> messages.Row:
    assert ticket.counter is not None
    return messages.Row(
        ticket.number, ticket.service, ticket.counter, ticket.calls, ticket.state, ticket.language
    )
