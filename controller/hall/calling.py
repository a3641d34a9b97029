"""Who is called next."""

from collections.abc import Iterable

from controller.hall.ids import TicketNumber
from controller.hall.queue import Queue


def first_due(queues: Iterable[Queue]) -> TicketNumber | None:
    """Return the ticket that is due first of those waiting in the queues, or None.

    A ticket is due when its service's target is reached, so services with short
    targets get ahead without starving the others. Ties go to the earliest issued.
    """
    places = (queue.first for queue in queues)
    first = min((place for place in places if place is not None), default=None)
    return None if first is None else first[-1]
