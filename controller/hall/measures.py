"""What the day measures: waits and service times, per service, per counter, per quarter hour."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import ceil

from controller.hall import events
from controller.hall.events import Event
from controller.hall.ids import CounterId, ServiceId, TicketNumber
from controller.hall.ticket import Ticket
from wire.messages import TicketState

QUARTER = timedelta(minutes=15)


@dataclass(slots=True)
class Durations:
    """Lengths of time, in seconds, that can tell their mean and their percentiles."""

    _sorted: list[float] = field(default_factory=list)
    _sum: timedelta = timedelta(0)

    def add(self, length: timedelta) -> None:
        """Take one more into account."""
        insort(self._sorted, length.total_seconds())
        self._sum += length

    def take_back(self, length: timedelta) -> None:
        """Leave out one that was added."""
        del self._sorted[bisect_left(self._sorted, length.total_seconds())]
        self._sum -= length

    @property
    def mean(self) -> float | None:
        """The mean; nothing when there is none."""
        return self._sum.total_seconds() / len(self._sorted) if self._sorted else None

    def percentile(self, share: float) -> float | None:
        """Return the least length that a share (0 to 1) of them does not exceed (nearest rank)."""
        if not self._sorted:
            return None
        return self._sorted[max(0, ceil(share * len(self._sorted)) - 1)]


def service_level(on_time: int, called: int) -> float | None:
    """Return the share of the called ones (0 to 1); nothing when nobody was called."""
    return on_time / called if called else None


@dataclass(slots=True)
class Tally:
    """What was done, and how long it took."""

    issued: int = 0
    promised: int = 0
    """Tickets with it as one of their services, at their issue; without those given up before
    they were called."""

    called: int = 0
    """First calls: a ticket that is transferred and called again counts once."""

    on_time: int = 0
    served: int = 0
    """Finished services: a ticket that is transferred counts where it is finished."""

    no_shows: int = 0
    """Those who did not come, without those who came after all."""

    cancelled: int = 0
    transferred_in: int = 0
    transferred_out: int = 0
    waits: Durations = field(default_factory=Durations)
    services: Durations = field(default_factory=Durations)

    @property
    def service_level(self) -> float | None:
        """The share of the called tickets that were called by the moment that was promised."""
        return service_level(self.on_time, self.called)


@dataclass(slots=True)
class Quarter:
    """A quarter of an hour of the day."""

    issued: int = 0
    called: int = 0
    waiting_change: int = 0


class Measures:
    """Adds up the day's events. Waits are counted under the service of the first call."""

    def __init__(self) -> None:
        self.total = Tally()
        self.services: defaultdict[ServiceId, Tally] = defaultdict(Tally)
        self.counters: defaultdict[CounterId, Tally] = defaultdict(Tally)
        self.quarters: defaultdict[datetime, Quarter] = defaultdict(Quarter)

    def of_service(self, service: ServiceId) -> Tally:
        """Return a service's tally; an empty one while nobody came for it."""
        return self.services.get(service) or Tally()

    def of_counter(self, counter: CounterId) -> Tally:
        """Return a counter's tally; an empty one while it called nobody."""
        return self.counters.get(counter) or Tally()

    def apply(  # noqa: C901, PLR0912 - one flat match
        self, event: Event, tickets: Mapping[TicketNumber, Ticket]
    ) -> None:
        """Take the event into account; the tickets are as they were before it."""
        match event:
            case events.TicketIssued(issued_at=at, service=service, then=then):
                self._issued(service, at)
                self._promised(service, *then)
                self._quarter(at).waiting_change += 1
            case events.WalkInStarted(at, service=service):
                self._issued(service, at)
                self._promised(service)
            case events.TicketCalled(at, number, counter, _):
                self._called(tickets[number], counter, at)
            case events.ServiceFinished(at, number, counter):
                self._timed(tickets[number], counter, at)
                for tally in self._tallies(tickets[number].service, counter):
                    tally.served += 1
            case events.TicketTransferred(at, number, counter, service):
                self._timed(tickets[number], counter, at)
                self._transferred(tickets[number].service, counter, service)
                self._quarter(at).waiting_change += 1
            case events.TicketRedirected(_, number, service):
                self._redirected(tickets[number].service, service)
            case events.TicketMovedOn(at, number, service):
                self._moved_on(tickets[number], service, at)
            case events.TicketParked(at, number, counter):
                self._timed(tickets[number], counter, at)
            case events.TicketReturned(at) | events.TicketResumed(at):
                self._quarter(at).waiting_change += 1
            case events.TicketCancelled(at, number):
                self._cancelled(tickets[number], at)
            case events.NoShowRecorded(_, number, counter):
                for tally in self._tallies(tickets[number].service, counter):
                    tally.no_shows += 1
            case events.TicketReinstated(at, number):
                self._reinstated(tickets[number], at)
            case _:
                pass

    def _issued(self, service: ServiceId, at: datetime) -> None:
        for tally in (self.total, self.services[service]):
            tally.issued += 1
        self._quarter(at).issued += 1

    def _promised(self, *services: ServiceId) -> None:
        for service in services:
            self.services[service].promised += 1

    def _called(self, ticket: Ticket, counter: CounterId, at: datetime) -> None:
        quarter = self._quarter(at)
        quarter.waiting_change -= 1
        if ticket.called_at is not None:
            return
        quarter.called += 1
        for tally in self._tallies(ticket.service, counter):
            tally.called += 1
            tally.on_time += at <= (ticket.promised_at or ticket.due_at)
            tally.waits.add(at - ticket.issued_at)

    def _transferred(self, from_: ServiceId, counter: CounterId, to: ServiceId) -> None:
        for tally in self._tallies(from_, counter):
            tally.transferred_out += 1
        for tally in (self.total, self.services[to]):
            tally.transferred_in += 1

    def _redirected(self, from_: ServiceId, to: ServiceId) -> None:
        if from_ == to:
            return
        for tally in (self.total, self.services[from_]):
            tally.transferred_out += 1
        for tally in (self.total, self.services[to]):
            tally.transferred_in += 1

    def _moved_on(self, ticket: Ticket, to: ServiceId, at: datetime) -> None:
        if ticket.state is TicketState.WAITING:
            return
        for tally in (self.total, self.services[to]):
            tally.transferred_in += 1
        self._quarter(at).waiting_change += 1

    def _cancelled(self, ticket: Ticket, at: datetime) -> None:
        for tally in (self.total, self.services[ticket.service]):
            tally.cancelled += 1
        self._quarter(at).waiting_change -= ticket.state is TicketState.WAITING
        self._unpromised(ticket, 1)

    def _unpromised(self, ticket: Ticket, tickets: int) -> None:
        if ticket.called_at is None:
            for service in ticket.visit:
                self.services[service].promised -= tickets

    def _reinstated(self, ticket: Ticket, at: datetime) -> None:
        self._quarter(at).waiting_change += 1
        if ticket.state is TicketState.CANCELLED:
            for tally in (self.total, self.services[ticket.service]):
                tally.cancelled -= 1
            self._unpromised(ticket, -1)
            return
        assert ticket.counter is not None
        is_served = ticket.state is TicketState.FINISHED
        for tally in self._tallies(ticket.service, ticket.counter):
            tally.served -= is_served
            tally.no_shows -= not is_served
            if is_served:
                tally.services.take_back(_stayed(ticket))

    def _timed(self, ticket: Ticket, counter: CounterId, at: datetime) -> None:
        if ticket.state is not TicketState.SERVING:
            return
        assert ticket.started_at is not None
        for tally in self._tallies(ticket.service, counter):
            tally.services.add(at - ticket.started_at)

    def _tallies(self, service: ServiceId, counter: CounterId) -> tuple[Tally, Tally, Tally]:
        return self.total, self.services[service], self.counters[counter]

    def _quarter(self, at: datetime) -> Quarter:
        start = at.replace(minute=at.minute // 15 * 15, second=0, microsecond=0)
        return self.quarters[start]


def _stayed(finished: Ticket) -> timedelta:
    """Return how long the visitor was served who is finished now."""
    assert finished.since is not None
    assert finished.started_at is not None
    return finished.since - finished.started_at
