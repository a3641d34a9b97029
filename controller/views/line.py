"""Those who wait, as the staff may call them or send them elsewhere."""

from collections.abc import Iterable
from heapq import merge
from itertools import islice

from controller.hall import Hall
from controller.hall.queue import Queue
from wire import messages

LINE = 12
"""Tickets of those who wait: as many as a tablet shows."""


def line(hall: Hall, queues: Iterable[Queue]) -> tuple[messages.WaitingTicket, ...]:
    """Return those who wait in the queues, due first first; at most `LINE`."""
    firsts = (queue.first_of(LINE) for queue in queues)
    return tuple(
        messages.WaitingTicket(
            ticket=each.number,
            service=each.service,
            language=each.language,
            priority=each.priority,
            issued_at=each.issued_at,
            due_at=each.due_at,
        )
        for each in (hall.tickets[place[-1]] for place in islice(merge(*firsts), LINE))
    )
