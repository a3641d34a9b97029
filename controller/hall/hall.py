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
            case commands.CloseCounter(counter):
                return (events.CounterClosed(at, self._idle(counter).id),)
            case commands.CallNext(counter):
                return (self._call_next(counter, at),)
            case commands.Recall(counter):
                ticket = self._at(counter, TicketState.CALLED)
                return (events.TicketRecalled(at, ticket.number, counter),)
            case commands.StartService(counter):
                ticket = self._at(counter, TicketState.CALLED)
                return (events.ServiceStarted(at, ticket.number, counter),)
            case commands.FinishService(counter):
                ticket = self._at(counter, TicketState.SERVING)
                return (events.ServiceFinished(at, ticket.number, counter),)
            case commands.MarkNoShow(counter):
                ticket = self._at(counter, TicketState.CALLED)
                return (events.NoShowRecorded(at, ticket.number, counter),)
            case commands.Transfer(counter, service):
                return (self._transfer(counter, service, at),)
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

    def _call_next(self, counter: CounterId, at: datetime) -> Event:
        caller = self._idle(counter)
        queues = (self.queues[service] for service in caller.services if service in self.queues)
        number = calling.first_due(queues)
        if number is None:
            raise refusals.NobodyWaiting
        assert caller.agent is not None
        return events.TicketCalled(at, number, counter, caller.agent)

    def _transfer(self, counter: CounterId, service: ServiceId, at: datetime) -> Event:
        ticket = self._at(counter, TicketState.SERVING)
        if self._service(service).id == ticket.service:
            raise refusals.SameService
        return events.TicketTransferred(at, ticket.number, counter, service)

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

    def _idle(self, counter: CounterId) -> Counter:
        opened = self._opened(counter)
        if opened.ticket is not None:
            raise refusals.CounterBusy
        return opened

    def _at(self, counter: CounterId, state: TicketState) -> Ticket:
        number = self._opened(counter).ticket
        if number is None:
            raise refusals.CounterIdle
        ticket = self.tickets[number]
        if ticket.state is not state:
            raise refusals.WrongMoment
        return ticket

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
