"""The waiting tickets of one service, the one due first in front."""

from datetime import datetime
from heapq import heappop, heappush

from controller.hall.ids import TicketNumber
from controller.hall.ticket import Ticket

Place = tuple[datetime, datetime, int, TicketNumber]
"""Due, issued, serial, number: a total order, so that every call can be explained."""


class Queue:
    """Waiting tickets in the order in which they are due.

    Adding and removing cost O(log n), looking at the first or the oldest one O(1): a
    command costs the same on a quiet and on a crowded day.
    """

    def __init__(self) -> None:
        self._waiting: dict[TicketNumber, Place] = {}
        self._by_due: list[Place] = []
        self._by_issue: list[tuple[datetime, int, TicketNumber]] = []

    def __len__(self) -> int:
        return len(self._waiting)

    @property
    def first(self) -> Place | None:
        """The place of the ticket that is due first."""
        return self._by_due[0] if self._by_due else None

    @property
    def oldest_issued_at(self) -> datetime | None:
        """When the ticket that waits longest was issued."""
        return self._by_issue[0][0] if self._by_issue else None

    def ahead(self, number: TicketNumber) -> int:
        """Return how many tickets are due before this one; 0 when it does not wait here."""
        place = self._waiting.get(number)
        if place is None:
            return 0
        return sum(other < place for other in self._waiting.values())

    def add(self, ticket: Ticket) -> None:
        """Let the ticket wait here."""
        place = (ticket.due_at, ticket.issued_at, ticket.serial, ticket.number)
        self._waiting[ticket.number] = place
        heappush(self._by_due, place)
        heappush(self._by_issue, place[1:])

    def remove(self, number: TicketNumber) -> None:
        """Take the ticket out, wherever it stands; its places go when they come in front."""
        del self._waiting[number]
        while self._by_due and self._waiting.get(self._by_due[0][-1]) is not self._by_due[0]:
            heappop(self._by_due)
        while self._by_issue and self._by_issue[0][-1] not in self._waiting:
            heappop(self._by_issue)
