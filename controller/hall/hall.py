"""The hall itself: the rules between its tickets and its counters."""

from collections import Counter as Count
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import assert_never

from controller.hall import calling, commands, events, refusals
from controller.hall.commands import Command
from controller.hall.counter import Counter
from controller.hall.events import Event
from controller.hall.ids import AgentName, CounterId, ServiceId, TicketNumber
from controller.hall.measures import Measures
from controller.hall.queue import Queue
from controller.hall.service import Service
from controller.hall.ticket import Ticket
from wire.messages import Language, TicketState


class Hall:
    """A reception hall on one day.

    `decide` tells what a command would make happen and changes nothing.
    `apply` makes it so, and is the only thing that changes the hall.
    """

    def __init__(
        self, services: Iterable[Service], counters: Mapping[CounterId, Iterable[ServiceId]]
    ) -> None:
        self.services = {service.id: service for service in services}
        self.counters = {id_: Counter(id_, frozenset(offers)) for id_, offers in counters.items()}
        self.tickets: dict[TicketNumber, Ticket] = {}
        self.queues = {service: Queue() for service in self.services}
        self.at_counters: dict[TicketNumber, None] = {}
        """The tickets called or being served, called last last."""

        self.seq = 0
        """How many of the day's events it knows: the place of the latest in the journal."""

        self.measures = Measures()
        self._issued: Count[str] = Count()

    @property
    def waiting(self) -> int:
        """How many tickets wait."""
        return sum(map(len, self.queues.values()))

    # -- Deciding --

    def decide(  # noqa: C901, PLR0911 - one flat match, kept whole by assert_never
        self, command: Command, at: datetime
    ) -> tuple[Event, ...]:
        """Return the events that the command leads to, or raise `Refused`."""
        match command:
            case commands.IssueTicket(service, language):
                return (self._issue(service, language, at),)
            case commands.OpenCounter(counter, agent, services):
                return (self._open(counter, agent, services, at),)
            case commands.LeaveCounter(agent):
                return (events.CounterClosed(at, self._idle(self._seat(agent)).id),)
            case commands.CloseCounter(counter):
                return (events.CounterClosed(at, self._idle(self._opened(counter)).id),)
            case commands.CallNext(agent):
                return (self._call_next(agent, at),)
            case commands.Recall(agent):
                return (events.TicketRecalled(at, *self._at(agent, TicketState.CALLED)),)
            case commands.StartService(agent):
                return (events.ServiceStarted(at, *self._at(agent, TicketState.CALLED)),)
            case commands.FinishService(agent):
                return (events.ServiceFinished(at, *self._at(agent, TicketState.SERVING)),)
            case commands.MarkNoShow(agent):
                return (events.NoShowRecorded(at, *self._at(agent, TicketState.CALLED)),)
            case commands.Transfer(agent, service):
                return (self._transfer(agent, service, at),)
            case commands.ReleaseCounter(counter):
                return self._release(counter, at)
        assert_never(command)

    def _issue(self, service: ServiceId, language: Language, at: datetime) -> Event:
        kind = self._service(service)
        serial = self._issued[kind.prefix] + 1
        number = TicketNumber(f"{kind.prefix}{serial:03}")
        due_at, ahead = at + kind.target, len(self.queues[service])
        return events.TicketIssued(
            at, number, kind.prefix, serial, service, language, due_at, ahead
        )

    def _open(
        self, counter: CounterId, agent: AgentName, services: frozenset[ServiceId], at: datetime
    ) -> Event:
        wanted = self._counter(counter)
        if wanted.is_open:
            raise refusals.CounterBusy
        if any(other.agent == agent for other in self.counters.values()):
            raise refusals.AgentElsewhere
        for service in services:
            self._service(service)
        return events.CounterOpened(at, counter, agent, tuple(sorted(services or wanted.offers)))

    def _call_next(self, agent: AgentName, at: datetime) -> Event:
        caller = self._idle(self._seat(agent))
        queues = (self.queues[service] for service in caller.services if service in self.queues)
        number = calling.first_due(queues)
        if number is None:
            raise refusals.NobodyWaiting
        return events.TicketCalled(at, number, caller.id, agent)

    def _transfer(self, agent: AgentName, service: ServiceId, at: datetime) -> Event:
        number, counter = self._at(agent, TicketState.SERVING)
        if self._service(service).id == self.tickets[number].service:
            raise refusals.SameService
        return events.TicketTransferred(at, number, counter, service)

    def _release(self, counter: CounterId, at: datetime) -> tuple[Event, ...]:
        left = self._opened(counter)
        closed = events.CounterClosed(at, counter)
        if left.ticket is None:
            return (closed,)
        return (events.TicketReturned(at, left.ticket, counter), closed)

    def _service(self, service: ServiceId) -> Service:
        try:
            return self.services[service]
        except KeyError:
            raise refusals.UnknownService from None

    def _counter(self, counter: CounterId) -> Counter:
        try:
            return self.counters[counter]
        except KeyError:
            raise refusals.UnknownCounter from None

    def _opened(self, counter: CounterId) -> Counter:
        found = self._counter(counter)
        if not found.is_open:
            raise refusals.CounterNotOpen
        return found

    def _seat(self, agent: AgentName) -> Counter:
        """Return the counter where the agent sits now."""
        for counter in self.counters.values():
            if counter.agent == agent:
                return counter
        raise refusals.CounterNotOpen

    def _idle(self, opened: Counter) -> Counter:
        if opened.ticket is not None:
            raise refusals.CounterBusy
        return opened

    def _at(self, agent: AgentName, state: TicketState) -> tuple[TicketNumber, CounterId]:
        """Return the ticket at the agent's counter, if it is in this state, and the counter."""
        seat = self._seat(agent)
        if seat.ticket is None:
            raise refusals.CounterIdle
        if self.tickets[seat.ticket].state is not state:
            raise refusals.WrongMoment
        return seat.ticket, seat.id

    # -- Applying --

    def apply(self, event: Event) -> None:  # noqa: C901 - one flat match, kept whole
        """Make the event so. Never refuses, whatever the settings are by now."""
        self.seq += 1
        self.measures.apply(event, self.tickets)
        match event:
            case events.CounterOpened(at, counter, agent, services):
                opened = self._seen(counter)
                opened.agent, opened.services, opened.since = agent, frozenset(services), at
            case events.CounterClosed(at, counter):
                closed = self._seen(counter)
                closed.agent, closed.services, closed.since = None, frozenset(), at
            case events.TicketIssued(at, number, prefix, serial, service, language, due_at, _):
                self._issued[prefix] = serial
                self._queue(Ticket(number, serial, service, language, at, due_at))
            case events.TicketCalled(at, number, counter, _):
                self._called(number, counter, at)
            case events.TicketRecalled(_, number, _):
                again = self.tickets[number]
                again.calls, again.call_seq = again.calls + 1, self.seq
                self.at_counters[number] = self.at_counters.pop(number)
            case events.ServiceStarted(at, number, _):
                self._turn(number, TicketState.SERVING, at).started_at = at
            case events.ServiceFinished(at, number, counter):
                self._leave(number, TicketState.FINISHED, counter, at)
            case events.NoShowRecorded(at, number, counter):
                self._leave(number, TicketState.NO_SHOW, counter, at)
            case events.TicketTransferred(at, number, counter, service):
                ticket = self._leave(number, TicketState.WAITING, counter, at)
                ticket.service = service
                self._queue(ticket)
            case events.TicketReturned(at, number, counter):
                self._queue(self._leave(number, TicketState.WAITING, counter, at))
            case _:
                assert_never(event)

    def _seen(self, counter: CounterId) -> Counter:
        return self.counters.setdefault(counter, Counter(counter, frozenset()))

    def _queue(self, ticket: Ticket) -> None:
        self.tickets[ticket.number] = ticket
        self.queues.setdefault(ticket.service, Queue()).add(ticket)

    def _called(self, number: TicketNumber, counter: CounterId, at: datetime) -> None:
        ticket = self._turn(number, TicketState.CALLED, at)
        self.queues[ticket.service].remove(number)
        ticket.counter, ticket.calls, ticket.call_seq = counter, 1, self.seq
        ticket.called_at, ticket.counter_called_at = ticket.called_at or at, at
        self._seen(counter).ticket = number
        self.at_counters[number] = None

    def _turn(self, number: TicketNumber, state: TicketState, at: datetime) -> Ticket:
        ticket = self.tickets[number]
        ticket.state, ticket.since = state, at
        return ticket

    def _leave(
        self, number: TicketNumber, state: TicketState, counter: CounterId, at: datetime
    ) -> Ticket:
        left = self._seen(counter)
        left.ticket, left.since = None, at
        del self.at_counters[number]
        return self._turn(number, state, at)
