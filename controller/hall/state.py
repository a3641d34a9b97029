"""How a hall stands: its tickets, counters and queues, and who may look at them."""

from collections import Counter as Count
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from fractions import Fraction

from controller.hall import refusals
from controller.hall.ahead import Order, Spot, ahead
from controller.hall.announcements import Subject
from controller.hall.automation import Case
from controller.hall.blocks import Blocks
from controller.hall.counter import Counter
from controller.hall.events.day import AnnouncementMade
from controller.hall.ids import (
    AgentName,
    AppointmentCode,
    CounterId,
    PersonName,
    ServiceId,
    TicketNumber,
)
from controller.hall.measures import Measures
from controller.hall.queue import Queue
from controller.hall.rules import Rules
from controller.hall.service import Service
from controller.hall.sharing import gives_now, giving, seats_of, share
from controller.hall.skills import ALL
from controller.hall.stoppages import Stoppages
from controller.hall.ticket import Ticket
from wire.messages import EmergencyKind, TicketState

A_TURN = timedelta(minutes=4)
"""How long a service takes of which nobody has had an end today; the waits' prior is as long."""


class State:
    """How a reception hall stands on one day, with refusals for who asks for what is not there."""

    def __init__(
        self,
        services: Iterable[Service],
        counters: Mapping[CounterId, Iterable[ServiceId]],
        rules: Rules | None = None,
    ) -> None:
        self.rules = rules or Rules()
        self.services = {service.id: service for service in services}
        self.counters = {id_: Counter(id_, frozenset(offers)) for id_, offers in counters.items()}
        self.seq = 0
        """How many of the day's events it knows: the place of the latest in the journal."""

        self.is_over = False
        """Whether the hall has closed for the day."""

        self.was_reopened = False
        """Whether somebody took the closing back: the clock closes the day no more."""

        self.paused: dict[ServiceId, str] = {}
        """Why no tickets are issued for these services for now."""

        self.emergencies: dict[EmergencyKind, datetime] = {}
        """What everybody in the hall must do until it is lifted, and since when; newest last."""

        self.stoppages = Stoppages()
        """When any of them lasted, or lasts: time that counts for no promise."""

        self.raised_by: dict[EmergencyKind, PersonName] = {}
        """Who said so, of each that lasts."""

        self.announcements: dict[Subject, AnnouncementMade] = {}
        """What was last announced of each thing, the newest last; it need not be true any more."""

        self.measures = Measures()
        self._without_tickets()
        self._without_cases()

    def _without_tickets(self) -> None:
        self.tickets: dict[TicketNumber, Ticket] = {}
        self.issued: Count[str] = Count()
        """The latest number that each prefix has given in the hall's own row."""

        self.blocks = Blocks()
        """The numbers that kiosks keep for when they are alone."""

        self.checked_in: dict[AppointmentCode, TicketNumber] = {}
        """The tickets of those who came with an appointment."""

        self.queues = {service: Queue() for service in self.services}
        """Who waits for each service, at any counter."""

        self.reserved: dict[CounterId | AgentName, Queue] = {}
        """Who waits for one counter, or for one agent, alone."""

        self.ready: dict[CounterId, TicketNumber] = {}
        """Who was told to get ready, by the counter that will call."""

        self.at_counters: dict[TicketNumber, None] = {}
        """The tickets called or being served, called last last."""

        self.parked: dict[TicketNumber, None] = {}
        self.missed: dict[TicketNumber, None] = {}
        """Those who did not come when they were called, the latest last."""

    def _without_cases(self) -> None:
        self.holding: dict[Case, datetime] = {}
        """Where conditions of the rules hold, and since when."""

        self.withheld: set[tuple[CounterId, ServiceId]] = set()
        """What somebody took away from a counter by hand today: no rule gives it there again."""

    # -- Who asks for something that must be there --

    def service(self, service: ServiceId) -> Service:
        """Return the service, or refuse."""
        try:
            return self.services[service]
        except KeyError:
            raise refusals.UnknownService from None

    def counter(self, counter: CounterId) -> Counter:
        """Return the counter, or refuse."""
        try:
            return self.counters[counter]
        except KeyError:
            raise refusals.UnknownCounter from None

    def ticket(self, number: TicketNumber) -> Ticket:
        """Return the ticket, or refuse."""
        try:
            return self.tickets[number]
        except KeyError:
            raise refusals.UnknownTicket from None

    def opened(self, counter: CounterId) -> Counter:
        """Return the counter where an agent sits, or refuse."""
        found = self.counter(counter)
        if not found.is_open:
            raise refusals.CounterNotOpen
        return found

    def seat(self, agent: AgentName) -> Counter:
        """Return the counter where the agent sits now, or refuse."""
        for counter in self.counters.values():
            if counter.agent == agent:
                return counter
        raise refusals.CounterNotOpen

    def free(self, agent: AgentName) -> Counter:
        """Return the agent's counter if it may call somebody now, or refuse."""
        return at_work(idle(self.seat(agent)))

    def can(self, agent: AgentName, service: ServiceId) -> bool:
        """Return whether the agent can give the service."""
        return service in self.rules.skills.get(agent, ALL).among(frozenset({service}))

    def at_counter(self, agent: AgentName, *states: TicketState) -> tuple[Ticket, CounterId]:
        """Return the ticket at the agent's counter, if it is in one of the states, or refuse."""
        seat = self.seat(agent)
        if seat.ticket is None:
            raise refusals.CounterIdle
        ticket = self.tickets[seat.ticket]
        if ticket.state not in states:
            raise refusals.WrongMoment
        return ticket, seat.id

    def queue_of(self, ticket: Ticket) -> Queue:
        """Return where the ticket waits, or would wait."""
        alone = ticket.for_counter or ticket.for_agent
        if alone is not None:
            return self.reserved.setdefault(alone, Queue())
        return self.queues.setdefault(ticket.service, Queue())

    def waiting_for(self, service: ServiceId) -> Queue:
        """Return where tickets wait for the service at any counter; empty for one that is gone."""
        return self.queues.get(service, Queue())

    def reserved_for(self, counter: Counter) -> Iterator[Queue]:
        """Return where tickets wait for this counter, or for its agent, alone."""
        names = (counter.id, counter.agent)
        return (self.reserved[name] for name in names if name in self.reserved)

    def open_to(self, counter: Counter) -> Iterator[Queue]:
        """Return where tickets wait for this counter among others."""
        return (self.queues[name] for name in sorted(counter.services) if name in self.queues)

    def reach(self, counter: Counter) -> tuple[Queue, ...]:
        """Return all the queues that the counter may call from."""
        return (*self.reserved_for(counter), *self.open_to(counter))

    def may_call(self, counter: Counter, number: TicketNumber) -> bool:
        """Return whether the ticket waits where the counter may call it from."""
        return any(number in queue for queue in self.reach(counter))

    # -- Sums --

    @property
    def waiting(self) -> int:
        """How many tickets wait."""
        return sum(map(len, (*self.queues.values(), *self.reserved.values())))

    def ahead(self, number: TicketNumber, at: datetime) -> int:
        """Return how many are called before this ticket where it waits, if nobody else comes.

        Who does not wait has nobody ahead. What is counted, and how, `controller.hall.ahead` tells.
        """
        ticket = self.tickets[number]
        if ticket.state is not TicketState.WAITING:
            return 0
        alone = ticket.for_counter or ticket.for_agent
        order = self._order(ticket.service, at, is_alone=alone is not None)
        return ahead(self._shared(ticket.service, alone), Spot.of(ticket), order)

    def ahead_of(self, spot: Spot, service: ServiceId, at: datetime) -> int:
        """Return how many are called before who would stand there, waiting for the service."""
        return ahead(self._shared(service), spot, self._order(service, at))

    def ahead_of_next(self, service: Service, at: datetime) -> int:
        """Return how many are called before who takes a ticket now and has no priority."""
        place = (at + service.target, at, self.issued[service.prefix] + 1, TicketNumber(""))
        return self.ahead_of(Spot(place, "normal", at), service.id, at)

    def _shared(
        self, service: ServiceId, alone: CounterId | AgentName | None = None
    ) -> Iterator[tuple[Queue, Fraction]]:
        """Give where a ticket waits, and who else waits for the counters that may call it."""
        gives = gives_now(self.counters, service)
        own, ours = self.waiting_for(service), giving(gives, service)
        if alone is not None:
            own, ours = self.reserved[alone], seats_of(self.counters, alone)
        yield own, Fraction(1)
        for other in frozenset[ServiceId]().union(*(gives.get(seat, ()) for seat in ours)):
            queue = self.waiting_for(other)
            if queue is not own:
                yield queue, share(ours, giving(gives, other))
        for name, queue in self.reserved.items():
            if queue is not own:
                yield queue, share(ours, seats_of(self.counters, name))

    def _order(self, service: ServiceId, at: datetime, *, is_alone: bool = False) -> Order:
        turn = self._turn(service, is_alone=is_alone)
        return Order(at, self.rules.policy, self.rules.classes, turn)

    def _turn(self, service: ServiceId, *, is_alone: bool) -> timedelta:
        """Return how long it takes from one call to the next, as far as today has shown."""
        seats = self.counters.values()
        giving = [seat for seat in seats if seat.pause is None and service in seat.services]
        took = self.measures.of_service(service).services.mean
        serving = A_TURN if took is None else timedelta(seconds=round(took))
        return serving if is_alone else serving / max(1, len(giving))


def at_work(opened: Counter) -> Counter:
    """Return the counter, if its agent is not on a break, or refuse."""
    if opened.pause is not None:
        raise refusals.CounterPaused
    return opened


def idle(opened: Counter) -> Counter:
    """Return the counter, if it has no ticket, or refuse."""
    if opened.ticket is not None:
        raise refusals.CounterBusy
    return opened
