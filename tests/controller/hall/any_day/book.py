"""The book: what the journal says, written down fact by fact."""

from datetime import datetime
from typing import assert_never

from controller.hall import events
from controller.hall.automation import Case
from controller.hall.events import Event
from controller.hall.ticket import Given, Ticket
from tests.controller.hall.any_day.ledger import Ledger
from tests.controller.hall.any_day.seat import Seat
from tests.controller.hall.any_day.sending import alone, goes_to, sent
from tests.controller.hall.any_day.told import honest, swapped
from wire.messages import TicketState

HallEvent = (
    events.ServiceEvent
    | events.RuleEvent
    | events.EmergencyEvent
    | events.AnnouncementEvent
    | events.DayEvent
)
"""What happens to no ticket and at no counter."""

UNENDED = events.TicketReturned
"""What interrupts a service."""

STAYING = events.TicketPreCalled | events.VisitRated
"""What happens to who waits on."""


class Book(Ledger):
    """What is so after the events that it was told."""

    def note(self, event: Event) -> None:
        """Write down what happened."""
        self.seq += 1
        self._someone_may_leave(event)
        if isinstance(event, events.CounterEvent):
            self._seated(event)
        elif isinstance(event, events.TicketIssued | events.WalkInStarted):
            self._came(event)
        elif isinstance(event, events.TicketPreCalled):
            self.ready[event.counter] = event.ticket
        elif isinstance(event, events.VisitRated):
            given = self.tickets[event.ticket].given
            said = Given(given.service, given.counter, given.at, event.face, event.about)
            self.tickets[event.ticket].given = said
        elif isinstance(event, events.AtCounterEvent):
            self._at_a_counter(event, self.tickets[event.ticket], self.seats[event.counter])
        elif isinstance(event, events.WaitingEvent):
            self._elsewhere(event, self.tickets[event.ticket])
        else:
            self._in_the_hall(event)

    def _someone_may_leave(self, event: Event) -> None:
        ticket = self.tickets.get(getattr(event, "ticket", ""))
        if ticket and ticket.state is TicketState.WAITING and not isinstance(event, STAYING):
            self.waited_at[alone(ticket) or ticket.service] = event.at

    def _seated(self, event: events.CounterEvent) -> None:
        match event:
            case events.CounterOpened(at, number, agent, services, preferences):
                self.seats[number] = Seat(agent, frozenset(services), dict(preferences), since=at)
                self.gave.append((number, frozenset(services)))
            case events.CounterClosed(at, number):
                self.seats[number] = Seat(since=at)
                self.ready.pop(number, None)
                self.gave.append((number, None))
            case events.CounterPaused(at, number, reason):
                self.seats[number].pause, self.seats[number].since = reason, at
                self.ready.pop(number, None)
            case events.CounterResumed(at, number):
                self.seats[number].pause, self.seats[number].since = None, at
            case events.CounterServicesChanged(_, number, services):
                self.seats[number].services = frozenset(services)
                honest(self.ready, number, self.may_call)
                self.gave.append((number, frozenset(services)))
            case _:
                assert_never(event)

    def _in_the_hall(self, event: HallEvent) -> None:
        match event:
            case events.ServicePaused(_, service, reason):
                self.paused[service] = reason
            case events.ServiceResumed(_, service):
                del self.paused[service]
            case events.RuleTriggered(at, rule, service, number):
                case = Case(rule, service, number)
                self.holding[case] = at
            case events.RuleSettled(_, rule, service, number):
                del self.holding[Case(rule, service, number)]
            case events.NumbersReserved():
                self.reserved.note(event)
            case events.DayClosed():
                self.is_over = True
            case events.DayReopened():
                self.is_over, self.was_reopened = False, True
            case _:
                self._told_to_all(event)

    def _told_to_all(self, event: events.EmergencyEvent | events.AnnouncementEvent) -> None:
        match event:
            case events.EmergencyRaised(at, kind):
                self.emergencies[kind] = at
                self.alarms.append((at, True))
            case events.EmergencyLifted(at, kind):
                del self.emergencies[kind]
                self.alarms.append((at, bool(self.emergencies)))
            case events.AnnouncementMade(_, kind, until, service):
                self.announced[kind, service] = until
            case events.AnnouncementWithdrawn(_, kind, service):
                del self.announced[kind, service]
            case _:
                assert_never(event)

    def _came(self, event: events.TicketIssued | events.WalkInStarted) -> None:
        assert event.ticket not in self.tickets
        if self.reserved.owner(event.prefix, event.serial) is None:
            self.issued[event.prefix] = event.serial
        at = getattr(event, "alone_at", None) or event.at
        ticket = Ticket(event.ticket, event.serial, event.service, event.language, at, at, at)
        self.tickets[ticket.number] = ticket
        self.promised[event.service] += 1
        if isinstance(event, events.TicketIssued):
            self.promised.update(event.then)
            ticket.visit = (event.service, *event.then)
            ticket.waits_from = event.waits_from or at
            ticket.due_at, ticket.priority, ticket.then = event.due_at, event.priority, event.then
            ticket.quantity, ticket.appointment = event.quantity, event.appointment
            ticket.promised_at = event.promised_at
            if event.priority == "appointment":
                ticket.appointed_at = event.appointed_at
            if event.appointed_at is not None and event.promised_at == event.appointed_at:
                ticket.kept_for = event.appointed_at
            if event.appointment is not None:
                self.checked_in[event.appointment] = ticket.number
            return
        ticket.state, ticket.counter, ticket.calls = TicketState.SERVING, event.counter, 1
        ticket.due_at = event.due_at
        ticket.since = ticket.called_at = ticket.counter_called_at = ticket.started_at = event.at
        ticket.call_seq = self.seq
        self.seats[event.counter].ticket = ticket.number
        self.called.append(ticket.number)

    def _at_a_counter(self, event: Event, ticket: Ticket, seat: Seat) -> None:
        match event:
            case events.TicketCalled(at):
                swapped(self.ready, event, self.may_call)
                ticket.waited_since = ticket.since
                self._turn(ticket, TicketState.CALLED, at)
                ticket.counter, ticket.calls, ticket.call_seq = event.counter, 1, self.seq
                ticket.counter_called_at, ticket.called_at = at, ticket.called_at or at
                seat.ticket = ticket.number
                seat.recent.append(ticket.priority)
                self.called.append(ticket.number)
            case events.TicketRecalled():
                ticket.calls, ticket.call_seq = ticket.calls + 1, self.seq
                self.called.remove(ticket.number)
                self.called.append(ticket.number)
            case events.ServiceStarted(at):
                self._turn(ticket, TicketState.SERVING, at)
                ticket.started_at = at
            case _:
                if ticket.state is TicketState.SERVING and not isinstance(event, UNENDED):
                    self.took[ticket.service].append(event.at - ticket.started_at)
                seat.ticket, seat.since = None, event.at
                self.called.remove(ticket.number)
                self._left(event, ticket)

    def _left(self, event: Event, ticket: Ticket) -> None:
        match event:
            case events.ServiceFinished(at, quantity=quantity):
                self._turn(ticket, TicketState.FINISHED, at)
                ticket.quantity, ticket.is_closed_out = quantity, event.outcome == "closing"
                ticket.given = Given(ticket.service, event.counter, at)
            case events.NoShowRecorded(at):
                self._turn(ticket, TicketState.NO_SHOW, at)
                ticket.is_closed_out = event.reason == "closing"
                self.missed.append(ticket.number)
            case events.TicketReturned(at):
                was_called = ticket.state is TicketState.CALLED
                self._turn(ticket, TicketState.WAITING, at)
                if was_called:  # and not served: the wait goes on
                    ticket.since = ticket.waited_since
                ticket.for_counter = ticket.for_agent = None
            case events.TicketParked(at, _, _, reason, place, back_at):
                self._turn(ticket, TicketState.PARKED, at)
                ticket.parked_for, ticket.parked_at, ticket.back_at = reason, place, back_at
                self.parked.append(ticket.number)
            case events.TicketTransferred(at, service=service, due_at=due_at):
                self._turn(ticket, TicketState.WAITING, at)
                if event.is_return:
                    ticket.returns = ticket.returns[:-1]
                if event.comes_back_to is not None:
                    back = (event.comes_back_to, ticket.service, ticket.quantity)
                    ticket.returns = (*ticket.returns, back)
                sent(ticket, service, due_at, event)

    def _elsewhere(self, event: Event, ticket: Ticket) -> None:  # noqa: C901 - one flat match
        match event:
            case events.TicketMovedOn(at, _, service, due_at, then, agent, is_return):
                since = ticket.since
                if ticket.state is not TicketState.WAITING:
                    since = at
                    goes_to(ticket, service, event.quantity)
                self._turn(ticket, TicketState.WAITING, at)
                ticket.since, ticket.is_closed_out = since, False
                ticket.service, ticket.due_at, ticket.then = service, due_at, then
                ticket.for_counter, ticket.for_agent = None, agent
                if is_return:
                    ticket.quantity = ticket.returns[-1][2]
                    ticket.returns = ticket.returns[:-1]
            case events.TicketResumed(at):
                self._turn(ticket, TicketState.WAITING, at)
                ticket.for_counter, ticket.for_agent = event.for_counter, event.for_agent
                self.parked.remove(ticket.number)
            case events.TicketReinstated(at):
                ticket.given = None if ticket.state is TicketState.FINISHED else ticket.given
                if ticket.state is TicketState.FINISHED:
                    self.took[ticket.service].remove(ticket.since - ticket.started_at)
                if ticket.state is TicketState.CANCELLED and ticket.called_at is None:
                    self.promised.update(ticket.visit)
                self._turn(ticket, TicketState.WAITING, at)
                ticket.is_closed_out, ticket.service = False, event.service
                ticket.for_counter, ticket.for_agent = event.for_counter, event.for_agent
                if event.place is not None:
                    ticket.due_at, ticket.waits_from = event.due_at, event.waits_from
                    ticket.place = event.place
                self.missed = [each for each in self.missed if each != ticket.number]
            case events.TicketCancelled(at, reason=reason, by=by):
                self.parked = [each for each in self.parked if each != ticket.number]
                self._turn(ticket, TicketState.CANCELLED, at)
                if ticket.called_at is None:
                    self.promised.subtract(ticket.visit)
                ticket.is_closed_out = by is None and reason == "closing"
            case events.TicketRedirected(_, _, service, due_at):
                self._is_not_ready(ticket)
                sent(ticket, service, due_at, event)
            case events.TicketReprioritised(_, _, priority, due_at):
                self._is_not_ready(ticket)
                ticket.priority, ticket.due_at = priority, due_at

    def _turn(self, ticket: Ticket, state: TicketState, at: datetime) -> None:
        """Nobody gets ready who is called, moved or gone; nobody is back who waits again."""
        self._is_not_ready(ticket)
        if state is TicketState.WAITING:
            ticket.back_at = None
        ticket.state, ticket.since = state, at

    def _is_not_ready(self, ticket: Ticket) -> None:
        for number in [each for each, ready in self.ready.items() if ready == ticket.number]:
            del self.ready[number]
