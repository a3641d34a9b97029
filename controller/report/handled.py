"""What the staff and the visitors did with tickets, beside calling and serving them in turn."""

from collections.abc import Iterator
from dataclasses import dataclass

from controller.hall import Hall, events
from controller.hall.events import CLOSING, TicketEvent
from controller.hall.ids import TicketNumber
from controller.reception import Entry
from controller.story import Line, signed
from controller.story.own import beyond_quota, own

HANDLING = (
    events.TicketTransferred
    | events.TicketParked
    | events.TicketCancelled
    | events.TicketRedirected
    | events.TicketReprioritised
    | events.TicketReinstated
    | events.TicketReturned
)
"""What somebody decided of one ticket."""


@dataclass(frozen=True, slots=True)
class Handled:
    """What was done with a ticket, in the words of its story."""

    ticket: TicketNumber
    line: Line


def handled_in(entry: Entry, hall: Hall) -> Iterator[Handled]:
    """Give what the entry did with a ticket; the hall is as it was before it.

    What the closing of the day decided of everybody is told once, as a change of the day.
    """
    event = entry.fact.event
    if isinstance(event, events.TicketIssued | events.WalkInStarted):
        for line in signed(beyond_quota(event), entry, hall):
            yield Handled(event.ticket, line)
    if not isinstance(event, HANDLING) or _is_by_closing(event):
        return
    for line in signed(own(event, hall), entry, hall):
        yield Handled(event.ticket, line)


def _is_by_closing(event: TicketEvent) -> bool:
    match event:
        case events.TicketCancelled(reason=reason, by=by):
            return (reason, by) == (CLOSING, None)
        case _:
            return False
