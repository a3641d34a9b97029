"""What holds on any day, whatever people do, under every policy."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from controller.hall import Hall, commands
from controller.hall.automation import (
    IdleWhileOthersWait,
    OpenServiceAt,
    QueueOver,
    Rule,
    TellSupervisor,
    WaitOver,
)
from controller.hall.commands import Command
from controller.hall.events import Event, TicketCalled, TicketIssued, WalkInStarted
from controller.hall.hours import Session, Timetable
from controller.hall.priority import PriorityClass
from controller.hall.refusals import Refused
from controller.hall.rules import Rules
from controller.hall.service import Service
from controller.hall.skills import Skills
from tests.controller.builders import AMINA, BIRTHS, BRAHIM, DEATHS, NINE, ONE, TAXES, TWO
from wire.messages import PRIORITIES, Priority, TicketState

COUNTERS, AGENTS, SERVICES = [ONE, TWO], [AMINA, BRAHIM], [BIRTHS, DEATHS, TAXES]
counters, agents, services = map(st.sampled_from, (COUNTERS, AGENTS, SERVICES))
AT_A_COUNTER = {TicketState.CALLED, TicketState.SERVING}
MINUTE = timedelta(minutes=1)
CLASSES: Mapping[Priority, PriorityClass] = {
    "disability": PriorityClass(20 * MINUTE, 2, 1, 4.0),
    "elderly": PriorityClass(10 * MINUTE, 1, 1, 2.0),
    "normal": PriorityClass(share=3),
}
ALL_DAY = Timetable(ZoneInfo("UTC"), {day: (Session(time(8), time(18)),) for day in range(7)})


def a_day(policy: str) -> Hall:
    """A hall whose rules leave nothing out."""
    slots = {"slot": 15 * MINUTE, "slot_capacity": 2}
    kinds = [
        Service(BIRTHS, "A", 10 * MINUTE, quota=12),
        Service(DEATHS, "A", 10 * MINUTE, **slots),
        Service(TAXES, "D", 30 * MINUTE, **slots),
    ]
    rules = Rules(
        policy=policy,
        classes=CLASSES,
        hours=ALL_DAY,
        last_ticket=15 * MINUTE,
        calls=2,
        outcomes=("resolved",),
        skills={BRAHIM: Skills(frozenset({BIRTHS, TAXES}), {TAXES: 5 * MINUTE})},
        automation=(
            Rule("late", WaitOver(15 * MINUTE), (OpenServiceAt(counter=TWO), TellSupervisor())),
            Rule("crowd", QueueOver(2, BIRTHS), (TellSupervisor(),)),
            Rule("idle", IdleWhileOthersWait(5 * MINUTE), (OpenServiceAt(),)),
        ),
    )
    return Hall(kinds, {ONE: SERVICES, TWO: [BIRTHS, TAXES]}, rules)


def picture(hall: Hall) -> str:
    """All that the hall is made of, to see whether anything changed."""
    queues = {name: queue.numbers for name, queue in (hall.queues | hall.reserved).items() if queue}
    rest = (
        hall.appointments,
        hall.paused,
        hall.issued,
        hall.is_over,
        hall.seq,
        hall.measures.total,
    )
    sides = (list(hall.at_counters), list(hall.parked), hall.ready)
    return str((hall.tickets, hall.counters, queues, sides, rest))


class AnyDay(RuleBasedStateMachine):
    """A day in which anybody may do anything at any time."""

    def __init__(self) -> None:
        super().__init__()
        self.now = NINE
        self.journal: list[Event] = []

    @initialize(policy=st.sampled_from(["due", "strict", "interleave", "accumulate"]))
    def begin(self, policy: str) -> None:
        self.policy = policy
        self.hall = a_day(policy)
        self.attempt(commands.OpenCounter(ONE, AMINA))

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
            if isinstance(event, TicketCalled):
                self.every_call_is_explained(event)
            self.hall.apply(event)

    def every_call_is_explained(self, call: TicketCalled) -> None:
        """Whoever waited longer at the head of a line is named, and the rule that chose too."""
        caller, called = self.hall.counters[call.counter], self.hall.tickets[call.ticket]
        assert called.state is TicketState.WAITING
        in_reach = [
            ticket
            for ticket in self.hall.tickets.values()
            if ticket.state is TicketState.WAITING
            and (ticket.for_counter in (None, caller.id))
            and (ticket.for_agent in (None, caller.agent))
            and (ticket.for_counter or ticket.for_agent or ticket.service in caller.services)
        ]
        longer = {each.number for each in in_reach if each.issued_at < called.issued_at}
        assert set(call.passed) <= longer
        assert bool(longer) == bool(call.passed)
        assert bool(call.reason) == (call.why == "out_of_turn")
        if call.why == "due":
            assert called.due_at == min(each.due_at for each in in_reach)
        if call.why == "strict":
            level = CLASSES.get(called.priority, PriorityClass()).level
            open_ = [each for each in in_reach if not (each.for_counter or each.for_agent)]
            levels = [CLASSES.get(each.priority, PriorityClass()).level for each in open_]
            assert level == max(levels)

    # -- What people do --

    @rule(
        service=services,
        priority=st.sampled_from(PRIORITIES),
        then=st.lists(services, max_size=2),
        quantity=st.integers(0, 3),
    )
    def issue(self, service: str, priority: Priority, then: list[str], quantity: int) -> None:
        self.attempt(commands.IssueTicket(service, "ar", priority, tuple(then), quantity))

    @rule(counter=counters, agent=agents, some=st.frozensets(services))
    def open(self, counter: int, agent: str, some: frozenset[str]) -> None:
        self.attempt(commands.OpenCounter(counter, agent, some))

    @rule(
        agent=agents,
        act=st.sampled_from(
            [
                commands.CallNext,
                commands.CallNext,
                commands.StartService,
                commands.StartService,
                commands.FinishService,
                commands.Recall,
                commands.MarkNoShow,
                commands.PreCall,
                commands.LeaveCounter,
                commands.ResumeCounter,
            ]
        ),
    )
    def tap(self, agent: str, act: type) -> None:
        self.attempt(act(agent))

    @rule(counter=counters, act=st.sampled_from([commands.CloseCounter, commands.ReleaseCounter]))
    def intervene(self, counter: int, act: type) -> None:
        self.attempt(act(counter))

    @rule(
        agent=agents,
        service=st.none() | services,
        to_counter=st.none() | counters,
        to_agent=st.none() | agents,
        place=st.sampled_from(["first", "due", "last"]),
        comes_back=st.booleans(),
    )
    def transfer(self, **how: object) -> None:
        self.attempt(commands.Transfer(**how))

    @rule(agent=agents, minutes=st.none() | st.integers(-1, 3))
    def park(self, agent: str, minutes: int | None) -> None:
        back_in = None if minutes is None else minutes * MINUTE
        self.attempt(commands.Park(agent, "fetches a stamp", "cash desk", back_in))

    @rule(agent=agents, reason=st.sampled_from(["", " ", "prayer"]))
    def pause(self, agent: str, reason: str) -> None:
        self.attempt(commands.PauseCounter(agent, reason))

    @rule(agent=agents, service=services)
    def walk_in(self, agent: str, service: str) -> None:
        self.attempt(commands.ServeWalkIn(agent, service))

    @rule(service=services, reason=st.sampled_from(["", "no paper"]))
    def pause_service(self, service: str, reason: str) -> None:
        self.attempt(commands.PauseService(service, reason))

    @rule(service=services)
    def resume_service(self, service: str) -> None:
        self.attempt(commands.ResumeService(service))

    @rule(
        data=st.data(),
        act=st.sampled_from([commands.GiveUp, commands.Resume, commands.Reinstate]),
    )
    def with_a_ticket(self, data: st.DataObject, act: type) -> None:
        self.attempt(act(data.draw(st.sampled_from([*self.hall.tickets, "Z999"]))))

    @rule(data=st.data(), agent=agents, reason=st.sampled_from(["", "bride waits outside"]))
    def call_out_of_turn(self, data: st.DataObject, agent: str, reason: str) -> None:
        number = data.draw(st.sampled_from([*self.hall.tickets, "Z999"]))
        self.attempt(commands.CallTicket(agent, number, reason))

    @rule(data=st.data(), reason=st.sampled_from(["", "left the building"]))
    def cancel(self, data: st.DataObject, reason: str) -> None:
        number = data.draw(st.sampled_from([*self.hall.tickets, "Z999"]))
        self.attempt(commands.CancelTicket(number, reason))

    @rule(code=st.sampled_from(["K7", "M3", "P1"]), service=services, slot=st.integers(0, 12))
    def book(self, code: str, service: str, slot: int) -> None:
        at = datetime(2026, 3, 2, 9, tzinfo=NINE.tzinfo) + slot * 5 * MINUTE
        self.attempt(commands.BookAppointment(code, service, at))

    @rule(
        code=st.sampled_from(["K7", "M3", "P1", "?"]),
        act=st.sampled_from([commands.CheckIn, commands.CheckIn, commands.CancelAppointment]),
    )
    def with_an_appointment(self, code: str, act: type) -> None:
        self.attempt(act(code))

    @rule(counter=counters, some=st.frozensets(services))
    def change_services(self, counter: int, some: frozenset[str]) -> None:
        self.attempt(commands.ChangeServices(counter, some))

    @rule(minutes=st.integers(1, 20))
    def time_passes(self, minutes: int) -> None:
        self.now += minutes * MINUTE
        self.attempt(commands.LetTimePass())

    # -- What holds --

    @invariant()
    def a_ticket_and_its_counter_agree(self) -> None:
        at_counters = {c.ticket: c.id for c in self.hall.counters.values() if c.ticket}
        busy = {t.number: t.counter for t in self.hall.tickets.values() if t.state in AT_A_COUNTER}
        assert at_counters == busy
        assert set(self.hall.at_counters) == set(busy)

    @invariant()
    def who_waits_stands_in_exactly_one_queue(self) -> None:
        queues = (*self.hall.queues.values(), *self.hall.reserved.values())
        queued = sorted(number for queue in queues for number in queue.numbers)
        waiting = [t.number for t in self.hall.tickets.values() if t.state is TicketState.WAITING]
        assert queued == sorted(waiting)

    @invariant()
    def who_waits_for_one_alone_can_be_called_by_them(self) -> None:
        present = {counter.agent for counter in self.hall.counters.values()}
        for name, queue in self.hall.reserved.items():
            assert not queue or isinstance(name, int) or name in present

    @invariant()
    def the_parked_are_those_who_are_parked(self) -> None:
        parked = [t.number for t in self.hall.tickets.values() if t.state is TicketState.PARKED]
        assert sorted(self.hall.parked) == sorted(parked)

    @invariant()
    def who_gets_ready_still_waits(self) -> None:
        for number in self.hall.ready.values():
            assert self.hall.tickets[number].state is TicketState.WAITING

    @invariant()
    def the_heads_of_a_queue_are_due_first(self) -> None:
        for queue in self.hall.queues.values():
            for head in map(self.hall.tickets.get, queue.heads):
                same = [self.hall.tickets[n] for n in queue.numbers]
                same = [each for each in same if each.priority == head.priority]
                assert head.due_at == min(each.due_at for each in same)

    @invariant()
    def no_number_is_issued_twice(self) -> None:
        issued = [e.ticket for e in self.journal if isinstance(e, TicketIssued | WalkInStarted)]
        assert len(issued) == len(set(issued)) == self.hall.measures.total.issued

    @invariant()
    def who_came_for_a_service_is_there_or_has_left(self) -> None:
        inside = {TicketState.WAITING, TicketState.PARKED, *AT_A_COUNTER}
        for service in self.hall.services:
            tally = self.hall.measures.of_service(service)
            there = [t for t in self.hall.tickets.values() if t.service == service]
            came = tally.issued + tally.transferred_in
            left = tally.served + tally.no_shows + tally.transferred_out + tally.cancelled
            assert came - left == sum(ticket.state in inside for ticket in there)

    def teardown(self) -> None:
        """The evening decides everything, and the journal tells it all."""
        if not hasattr(self, "hall"):
            return
        self.attempt(commands.CloseDay())
        states = {ticket.state for ticket in self.hall.tickets.values()}
        assert states <= {TicketState.FINISHED, TicketState.NO_SHOW, TicketState.CANCELLED}
        again = a_day(self.policy)
        for event in self.journal:
            again.apply(event)
        assert picture(again) == picture(self.hall)


TestAnyDay = AnyDay.TestCase
TestAnyDay.settings = settings(max_examples=150, stateful_step_count=50, deadline=None)
