"""Those who wait: a line for each service and priority class, the ticket due first in front."""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Collection, ItemsView, Iterator
from datetime import datetime, timedelta
from heapq import merge
from itertools import chain, islice

from controller.hall.ids import ServiceId, TicketNumber
from controller.hall.ticket import Ticket
from wire.messages import Priority

Place = tuple[datetime, datetime, int, TicketNumber]
"""Due, issued, serial, number: a total order, so that every call can be explained."""


MINUTE = timedelta(minutes=1)

Wait = tuple[datetime, datetime, datetime, int, TicketNumber]
"""Since when the wait counts, then the place."""


Kind = tuple[ServiceId, Priority, bool]
"""What the tickets of a line are for, of which class, and whether they wait for their moments:
of these all are early who are due after one who is."""


class Line:
    """Waiting tickets of one kind, in the order in which they are due.

    Finding a place costs O(log n), looking at the first or the oldest one O(1): a command
    costs the same on a quiet and on a crowded day.
    """

    def __init__(self) -> None:
        self._places: dict[TicketNumber, Place] = {}
        self._by_due: list[Place] = []
        self._by_issue: list[Place] = []
        self._by_wait: list[Wait] = []

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, number: TicketNumber) -> bool:
        return number in self._places

    @property
    def heads(self) -> Iterator[TicketNumber]:
        """The ticket that is due first, and the one that waits longest."""
        return self.heads_without(())

    def heads_without(
        self, gone: Collection[TicketNumber], due_by: datetime | None = None
    ) -> Iterator[TicketNumber]:
        """Give the ticket that is due first, and the one that waits longest, with these gone.

        Where a moment is told, who waits longest of those who are due by then: who is not could
        else hide them.
        """
        first = next((place for place in self._by_due if place[-1] not in gone), None)
        if first is None:
            return
        yield first[-1]
        if due_by is not None and due_by < _due(first):
            return
        ready = (wait for wait in self._by_wait if due_by is None or wait[1] <= due_by)
        longest = next(wait[-1] for wait in ready if wait[-1] not in gone)
        if longest != first[-1]:
            yield longest

    @property
    def last(self) -> Place | None:
        """The place of the ticket that is due last."""
        return self._by_due[-1] if self._by_due else None

    @property
    def oldest(self) -> Place | None:
        """The place of the ticket that was issued first."""
        return self._by_issue[0] if self._by_issue else None

    def first_of(self, count: int) -> list[Place]:
        """Return the places of those who are due first, at most so many."""
        return self._by_due[:count]

    def before(self, place: Place) -> int:
        """Return how many are due before this place."""
        return bisect_left(self._by_due, place)

    def due_by(self, at: datetime) -> int:
        """Return how many are due by this moment."""
        return bisect_right(self._by_due, at, key=_due)

    def waiting_before(self, wait: Wait, due_by: datetime | None = None) -> int:
        """Return how many come before this one by wait; of those due by a moment, if it is told."""
        return self._due_of(bisect_left(self._by_wait, wait), due_by)

    def with_more(
        self, than: float, at: datetime, rate: float, due_by: datetime | None = None
    ) -> int:
        """Return how many have more points than that, gathering at this rate; likewise."""
        count = bisect_left(self._by_wait, -than, key=lambda wait: -points(wait[0], at, rate))
        return self._due_of(count, due_by)

    def _due_of(self, count: int, due_by: datetime | None) -> int:
        """Return how many are due by the moment, of so many who wait longest."""
        if due_by is None or self.due_by(due_by) == len(self):
            return count
        return sum(wait[1] <= due_by for wait in islice(self._by_wait, count))

    def issued_before(self, place: Place) -> list[Place]:
        """Return the places of those whose tickets are older, the oldest first."""
        return self._by_issue[: bisect_left(self._by_issue, place[1], key=_age)]

    def due_before(self, place: Place) -> list[Place]:
        """Return the places of those who are due sooner."""
        return self._by_due[: self.before(place)]

    def add(self, ticket: Ticket) -> None:
        """Let the ticket wait here."""
        place = self._places[ticket.number] = place_of(ticket)
        insort(self._by_due, place)
        insort(self._by_issue, place, key=issued)
        insort(self._by_wait, wait_of(ticket))

    def remove(self, ticket: Ticket) -> None:
        """Take the ticket out, wherever it stands."""
        place = self._places.pop(ticket.number)
        del self._by_due[bisect_left(self._by_due, place)]
        del self._by_issue[bisect_left(self._by_issue, issued(place), key=issued)]
        del self._by_wait[bisect_left(self._by_wait, wait_of(ticket))]


def kind_of(ticket: Ticket) -> Kind:
    """Return which line the ticket stands in."""
    return ticket.service, ticket.priority, ticket.has_moment


def place_of(ticket: Ticket) -> Place:
    """Return the ticket's place in a line."""
    return (ticket.due_at, ticket.issued_at, ticket.serial, ticket.number)


def wait_of(ticket: Ticket) -> Wait:
    """Return what orders by wait: since when it counts, then due, issued, serial, number."""
    return (ticket.waits_from, *place_of(ticket))


def issued(place: Place) -> tuple[datetime, int, TicketNumber]:
    """Return what orders by age: issued, serial, number."""
    return place[1:]


def points(waits_from: datetime, at: datetime, rate: float) -> float:
    """Return what a ticket has gathered whose wait counts from a moment, at a rate by minute."""
    return max(timedelta(0), at - waits_from) / MINUTE * rate


def _age(place: Place) -> datetime:
    return place[1]


def _due(place: Place) -> datetime:
    return place[0]


class Queue:
    """All who wait for one service, or for one counter or agent alone."""

    def __init__(self) -> None:
        self._lines: defaultdict[Kind, Line] = defaultdict(Line)
        self.waited_at: datetime | None = None
        """When somebody last left it."""

    def __len__(self) -> int:
        return sum(map(len, self._lines.values()))

    def __contains__(self, number: TicketNumber) -> bool:
        return any(number in line for line in self._lines.values())

    @property
    def lines(self) -> ItemsView[Kind, Line]:
        """The lines by their kinds; some may be empty."""
        return self._lines.items()

    @property
    def heads(self) -> Iterator[TicketNumber]:
        """Of each kind: the ticket that is due first, and who waits longest."""
        return chain.from_iterable(line.heads for line in self._lines.values())

    def callable_at(
        self, at: datetime, gone: Collection[TicketNumber] = ()
    ) -> Iterator[TicketNumber]:
        """Give those of whom one is called, whatever the order, with these tickets gone.

        Of each kind: who is due first, and who waits longest of those who are not early.
        """
        for (_, _, has_moment), line in self._lines.items():
            yield from line.heads_without(gone, at if has_moment else None)

    @property
    def tails(self) -> Iterator[TicketNumber]:
        """The ticket that is due last, of each kind."""
        lasts = (line.last for line in self._lines.values())
        return (last[-1] for last in lasts if last is not None)

    @property
    def oldest_issued_at(self) -> datetime | None:
        """When the oldest of the waiting tickets was issued."""
        oldest = (line.oldest for line in self._lines.values())
        return min((place[1] for place in oldest if place is not None), default=None)

    @property
    def numbers(self) -> list[TicketNumber]:
        """All who wait, due first first."""
        return [place[-1] for place in self.first_of(len(self))]

    def first_of(self, count: int) -> list[Place]:
        """Return the places of those who are due first, whatever their class."""
        firsts = (line.first_of(count) for line in self._lines.values())
        return list(islice(merge(*firsts), count))

    def issued_before(self, ticket: Ticket) -> list[Place]:
        """Return the places of those who came sooner than the ticket's visitor."""
        place = place_of(ticket)
        return [older for line in self._lines.values() for older in line.issued_before(place)]

    def due_before(self, ticket: Ticket) -> list[Place]:
        """Return the places of those who are due sooner than the ticket is."""
        place = place_of(ticket)
        return [sooner for line in self._lines.values() for sooner in line.due_before(place)]

    def before(self, place: Place) -> int:
        """Return how many tickets are due before this place, whatever their class."""
        return sum(line.before(place) for line in self._lines.values())

    def add(self, ticket: Ticket) -> None:
        """Let the ticket wait here."""
        self._lines[kind_of(ticket)].add(ticket)

    def remove(self, ticket: Ticket, at: datetime) -> None:
        """Take the ticket out, wherever it stands."""
        self.waited_at = at
        self._lines[kind_of(ticket)].remove(ticket)
