"""Whom a counter's device asks how the service was: who was served there last, for a while."""

from datetime import datetime, timedelta

from controller.hall import Hall
from controller.hall.deciding.satisfaction import is_open
from controller.hall.ids import CounterId
from controller.hall.ticket import Ticket
from wire.messages import TicketState

ASKS_FOR = timedelta(seconds=90)
"""So long does a device wait for an answer: then whoever stands there is somebody else."""


def asked_at(hall: Hall, counter: CounterId, at: datetime) -> Ticket | None:
    """Return whose answer the device may take now; nothing when there is nobody to ask.

    The visitor is asked until they answered, the next one is served there, or it is too late.
    """
    served = hall.counters[counter].ticket if counter in hall.counters else None
    if served is not None and hall.tickets[served].state is TicketState.SERVING:
        return None
    latest = max(
        (each for each in hall.tickets.values() if each.given and each.given.counter == counter),
        key=lambda each: each.given.at if each.given else at,
        default=None,
    )
    if latest is None or latest.given is None or latest.given.face is not None:
        return None
    is_late = at >= latest.given.at + ASKS_FOR or not is_open(hall, latest.given, at)
    return None if is_late else latest
