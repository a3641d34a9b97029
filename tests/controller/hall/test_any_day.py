"""What holds on any day, whatever people do."""

from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from controller.hall import Hall, commands
from controller.hall.commands import Command
from controller.hall.events import (
    Event,
    TicketCalled,
    TicketIssued,
    TicketReturned,
    TicketTransferred,
)
from controller.hall.refusals import Refused
from tests.controller.builders import AMINA, BIRTHS, BRAHIM, DEATHS, NINE, ONE, TAXES, TWO, a_hall
from wire.messages import TicketState

counters = st.sampled_from([ONE, TWO])
agents = st.sampled_from([AMINA, BRAHIM])
services = st.sampled_from([BIRTHS, DEATHS, TAXES])
AT_A_COUNTER = {TicketState.CALLED, TicketState.SERVING}


def picture(hall: Hall) -> str:
    """All that the hall is made of, to see whether anything changed."""
    queues = {service: sorted(queue._waiting.items()) for service, queue in hall.queues.items()}
    return str((hall.tickets, hall.counters, queues, list(hall.at_counters)))


class AnyDay(RuleBasedStateMachine):
    """A day in which anybody may do anything at any time."""

    def __init__(self) -> None:
        super().__init__()
        self.hall, self.now = a_hall(), NINE
        self.journal: list[Event] = []

    def attempt(self, command: Command) -> None:
        self.now += timedelta(seconds=20)
        before = picture(self.hall)
        try:
            events = self.hall.decide(command, self.now)
        except Refused:
            events = ()
        assert picture(self.hall) == before, "decide changed it"
        self.journal += events
        for event in events:
            self.hall.apply(event)

    @rule(service=services)
    def issue(self, service: str) -> None:
        self.attempt(commands.IssueTicket(service))

    @rule(counter=counters, agent=agents, some=st.frozensets(services))
    def open(self, counter: int, agent: str, some: frozenset[str]) -> None:
        self.attempt(commands.OpenCounter(counter, agent, some))

    @rule(
        agent=agents,
        act=st.sampled_from(
            [
                commands.CallNext,
                commands.Recall,
                commands.StartService,
                commands.FinishService,
                commands.MarkNoShow,
                commands.LeaveCounter,
            ]
        ),
    )
    def tap(self, agent: str, act: type) -> None:
        self.attempt(act(agent))

    @rule(counter=counters, act=st.sampled_from([commands.CloseCounter, commands.ReleaseCounter]))
    def intervene(self, counter: int, act: type) -> None:
        self.attempt(act(counter))

    @rule(agent=agents, service=services)
    def transfer(self, agent: str, service: str) -> None:
        self.attempt(commands.Transfer(agent, service))

    @invariant()
    def a_ticket_and_its_counter_agree(self) -> None:
        at_counters = {c.ticket: c.id for c in self.hall.counters.values() if c.ticket}
        busy = {t.number: t.counter for t in self.hall.tickets.values() if t.state in AT_A_COUNTER}
        assert at_counters == busy
        assert set(self.hall.at_counters) == set(busy)

    @invariant()
    def who_waits_stands_in_exactly_one_queue(self) -> None:
        queued = sorted(n for queue in self.hall.queues.values() for n in queue._waiting)
        waiting = [t.number for t in self.hall.tickets.values() if t.state is TicketState.WAITING]
        assert queued == sorted(waiting)

    @invariant()
    def the_first_of_a_queue_is_due_first(self) -> None:
        for queue in self.hall.queues.values():
            assert queue.first == min(queue._waiting.values(), default=None)

    @invariant()
    def no_number_is_issued_twice(self) -> None:
        issued = [event.ticket for event in self.journal if isinstance(event, TicketIssued)]
        assert len(issued) == len(set(issued)) == self.hall.measures.total.issued

    @invariant()
    def a_ticket_is_called_once_and_once_more_each_time_that_it_waits_again(self) -> None:
        for number in self.hall.tickets:
            calls = self.count(TicketCalled, number)
            again = self.count(TicketTransferred, number) + self.count(TicketReturned, number)
            assert calls - again in {0, 1}

    @invariant()
    def who_came_for_a_service_is_there_or_has_left(self) -> None:
        for service, queue in self.hall.queues.items():
            tally = self.hall.measures.of_service(service)
            at_counters = sum(
                self.hall.tickets[n].service == service for n in self.hall.at_counters
            )
            came = tally.issued + tally.transferred_in
            left = tally.served + tally.no_shows + tally.transferred_out
            assert came - left == len(queue) + at_counters

    def count(self, kind: type, number: str) -> int:
        return sum(isinstance(e, kind) and e.ticket == number for e in self.journal)

    def teardown(self) -> None:
        """Whatever happened, the journal tells it all."""
        again = a_hall()
        for event in self.journal:
            again.apply(event)
        assert picture(again) == picture(self.hall)


TestAnyDay = AnyDay.TestCase
TestAnyDay.settings = settings(max_examples=100, stateful_step_count=40, deadline=None)
