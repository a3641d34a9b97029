"""What the hall's screens show."""

from datetime import datetime
from itertools import islice

from controller.hall import Hall
from controller.hall.ids import CounterId, TicketNumber
from controller.hall.ticket import Ticket
from controller.views.announced import to_the_hall
from controller.views.lasting import publicly
from controller.views.missed import missed
from wire import messages

ROWS = 40
"""Rows of a board: of so many counters each has one, for the screens of its zone to choose from."""

MISSED = 12
"""Missed tickets of a board: more than a screen names at once."""


def board(hall: Hall, at: datetime) -> messages.Board:
    """Return what the hall's screens show now: the latest calls of the tickets at counters."""
    latest = islice(reversed(hall.at_counters), ROWS)
    rows = tuple(_row(hall.tickets[number]) for number in latest)
    ready = tuple(_ready(hall, each) for each in hall.ready.items())
    lasting = publicly(hall)
    told = to_the_hall(hall, at)
    return messages.Board(
        hall.seq,
        at,
        rows,
        hall.waiting,
        ready=ready,
        emergencies=lasting,
        announcements=told,
        missed=() if hall.is_over else _missed(hall, at),
    )


def _missed(hall: Hall, at: datetime) -> tuple[messages.Missed, ...]:
    return tuple(
        messages.Missed(each.number, each.service, until)
        for each, until in islice(missed(hall, at), MISSED)
        if until > at
    )


def _ready(hall: Hall, told: tuple[CounterId, TicketNumber]) -> messages.Ready:
    counter, number = told
    return messages.Ready(number, counter, hall.tickets[number].service)


def _row(ticket: Ticket) -> messages.Row:
    assert ticket.counter is not None
    return messages.Row(
        ticket.number, ticket.service, ticket.counter, ticket.calls, ticket.state, ticket.language
    )
