"""What holds on any day, whatever people do, under every policy.

`NOUBA_DAYS=5000 pytest tests/controller/hall/test_any_day.py` lives through more of them.
"""

import json
import os
import pickle
from collections import Counter as Count
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant

from controller.hall import commands, events
from controller.hall.commands import Command
from controller.hall.events import Event, TicketCalled
from controller.hall.refusals import Refused
from controller.hall.ticket import Ticket
from controller.order import OrderKept
from controller.report.out_of_turn import Favoured, out_of_turn_in
from controller.store.encoding import decode, encode
from controller.story import Line, story
from tests.controller.builders import entries
from tests.controller.hall.any_day import order, sums
from tests.controller.hall.any_day.ahead import ahead
from tests.controller.hall.any_day.answering import Answering
from tests.controller.hall.any_day.at_kiosks import AtKiosks
from tests.controller.hall.any_day.book import Book
from tests.controller.hall.any_day.interrupted import Interrupted
from tests.controller.hall.any_day.leading import leads_to
from tests.controller.hall.any_day.mishaps import Mishaps
from tests.controller.hall.any_day.passing import Passing
from tests.controller.hall.any_day.people import People, seeds
from tests.controller.hall.any_day.picture import picture
from tests.controller.hall.any_day.refusing import reasons
from tests.controller.hall.any_day.sending import alone
from tests.controller.hall.any_day.setting import DAYS, POLICIES, SERVICES, Setting
from tests.controller.hall.any_day.supervisors import Supervisors
from wire.messages import TicketState

DAYS_TO_LIVE = int(os.environ.get("NOUBA_DAYS", "200"))
UNTICKETED = "without a ticket"
DECIDED = {TicketState.FINISHED, TicketState.NO_SHOW, TicketState.CANCELLED}
AT_A_COUNTER = {TicketState.CALLED, TicketState.SERVING}


def wait(ticket: Ticket) -> tuple:
    """Return what the tickets of a line are sorted by, who waits longest first."""
    return ticket.waits_from, ticket.due_at, ticket.issued_at, ticket.serial


def kind(ticket: Ticket) -> tuple:
    """Return what the tickets of a line have in common."""
    return ticket.service, ticket.priority, order.has_moment(ticket)


class AnyDay(People, Supervisors, AtKiosks, Passing, Answering, Mishaps, Interrupted):
    """A day in which anybody may do anything at any time."""

    @initialize(
        policy=st.sampled_from(POLICIES),
        day=st.sampled_from(DAYS),
        has_limits=st.booleans(),
        seed=seeds,
        turns=st.integers(0, 60),
    )
    def begin(self, policy: str, day, seed: int, turns: int, *, has_limits: bool) -> None:
        self.setting = Setting(policy, day, has_limits)
        self.hall, self.book = self.setting.hall(), Book(self.setting)
        self.journal: list[Event] = []
        self.overtaken: list[tuple] = []
        self.now = day.opens
        for agent, counter in (("amina", 1), ("brahim", 2)):
            self.attempt(commands.OpenCounter(counter, agent))
        self.an_hour_goes_by(seed, turns)

    def attempt(self, command: Command) -> None:
        """Ask the hall; it refuses for a reason that holds, or does what must be done."""
        refused, told = self.decided(command)
        why = reasons(self.book, command, self.now)
        if refused is not None or why:
            assert type(refused) in why, f"{command} at {self.now}: {refused!r}, not {why}"
            return
        assert told == leads_to(self.book, command, self.now)
        for event in told:
            if isinstance(event, TicketCalled):
                self.nobody_is_passed_without_a_reason(event)
            if isinstance(event, events.WalkInStarted):
                gone = [(event.at, event.ticket, each, UNTICKETED) for each in event.passed]
                self.overtaken += gone
            self.hall.apply(event)
            self.book.note(event)
            self.journal.append(event)

    def decided(self, command: Command) -> tuple[Refused | None, tuple[Event, ...]]:
        """Return the hall's refusal or decision, which changes nothing."""
        before = pickle.dumps(self.changeable())
        try:
            decision = None, self.hall.decide(command, self.now)
        except Refused as refused:
            decision = refused, ()
        assert pickle.dumps(self.changeable()) == before, "decide changed the hall"
        return decision

    def changeable(self) -> dict[str, object]:
        """Return all that the hall is made of; its rules and services are frozen."""
        frozen = ("rules", "services")
        return {name: part for name, part in vars(self.hall).items() if name not in frozen}

    def nobody_is_passed_without_a_reason(self, call: TicketCalled) -> None:
        """Whoever had come sooner where the counter may call from is named, and nobody else.

        Out of turn, whoever was due sooner is, too.
        """
        is_in_turn, called = call.why != "out_of_turn", self.book.tickets[call.ticket]
        assert called.state is TicketState.WAITING
        assert self.book.seats[call.counter].ticket is None
        if is_in_turn:
            assert call.passed == order.passed(self.book, call.counter, called, call.why)
        else:
            assert call.passed == order.overtaken(self.book, call.counter, called)
        assert bool(call.reason) != is_in_turn
        put = order.put_of(self.journal, call.ticket)
        for number in call.passed:
            because = order.because(self.book, call, called, self.book.tickets[number], put)
            self.overtaken.append((call.at, call.ticket, number, because))

    # -- What holds --

    @invariant()
    def the_hall_is_as_the_journal_tells(self) -> None:
        assert picture(self.hall) == picture(self.book)

    @invariant()
    def no_ticket_is_at_two_counters_and_no_counter_has_two(self) -> None:
        at_counters = [c.ticket for c in self.hall.counters.values() if c.ticket]
        busy = {t.number: t.counter for t in self.hall.tickets.values() if t.state in AT_A_COUNTER}
        assert len(at_counters) == len(set(at_counters))
        assert busy == {c.ticket: c.id for c in self.hall.counters.values() if c.ticket}
        assert set(self.hall.at_counters) == set(busy)

    @invariant()
    def no_ticket_is_lost(self) -> None:
        """Each number was issued once, and is in one place: a line, a counter, parked, decided."""
        came = [
            e for e in self.journal if isinstance(e, events.TicketIssued | events.WalkInStarted)
        ]
        queues = (*self.hall.queues.values(), *self.hall.reserved.values())
        lines = [number for queue in queues for number in queue.numbers]
        tickets = self.hall.tickets.values()
        decided = [each.number for each in tickets if each.state in DECIDED]
        places = Count([*lines, *self.hall.at_counters, *self.hall.parked, *decided])
        assert places == Count(event.ticket for event in came)
        assert self.hall.waiting == len(lines)

    @invariant()
    def the_lines_are_in_order(self) -> None:
        """Of each queue: who waits, who is due first, who waits longest, who is ahead."""
        everybody = self.book.waiting()
        names = {service: self.hall.queues[service] for service in SERVICES} | self.hall.reserved
        for name, queue in names.items():
            here = [t for t in everybody if (alone(t) or t.service) == name]
            kinds = {kind(t) for t in here}
            lines = [[t for t in here if kind(t) == each] for each in kinds]
            assert queue.numbers == [t.number for t in here]
            assert len(queue) == len(here)
            assert set(queue.heads) == {line[0].number for line in lines} | {
                min(line, key=wait).number for line in lines
            }
            assert sorted(queue.tails) == sorted(line[-1].number for line in lines)
            assert queue.oldest_issued_at == min((t.issued_at for t in here), default=None)
            assert [place[-1] for place in queue.first_of(2)] == [t.number for t in here[:2]]
            for each in here:
                assert each.number in queue
                told = self.hall.ahead(each.number, self.now)
                assert told == ahead(self.book, each, self.now)
        elsewhere = [t for t in self.book.tickets.values() if t.state is not TicketState.WAITING]
        assert not any(self.hall.ahead(each.number, self.now) for each in elsewhere)

    @invariant()
    def who_is_told_to_get_ready_can_be_called_there(self) -> None:
        told = list(self.hall.ready.values())
        assert len(told) == len(set(told))
        for number, ticket in self.hall.ready.items():
            seat = self.book.seats[number]
            assert (seat.agent is not None, seat.pause) == (True, None)
            assert ticket in [each.number for each in self.book.in_reach(number)]

    @invariant()
    def who_waits_for_an_agent_alone_can_be_called(self) -> None:
        present = {counter.agent for counter in self.hall.counters.values()}
        names = {alone(each) for each in self.book.waiting()}
        assert {name for name in names if isinstance(name, str)} <= present

    @invariant()
    def a_visitor_is_told_whether_tickets_are_issued(self) -> None:
        for service in self.hall.services.values():
            told = self.hall.closed_because(service, self.now)
            why = reasons(self.book, commands.IssueTicket(service.id), self.now)
            assert (told is None and not why) or type(told) in why

    @invariant()
    def the_timetable_is_that_of_the_day(self) -> None:
        hours = self.hall.rules.hours
        if hours is None:
            return
        stretches = self.setting.open.stretches
        closing = [end for start, end in stretches if start <= self.now < end]
        opening = [start for start, _ in (*stretches, (self.setting.open.next_day, None))]
        assert hours.closes_at(self.now) == (closing[0] if closing else None)
        if self.now < self.setting.open.next_day:
            assert hours.opens_at(self.now) == min(at for at in opening if at > self.now)

    # -- In the evening --

    def teardown(self) -> None:
        """The evening decides everything, and the journal tells it all."""
        if not hasattr(self, "hall"):
            return
        self.attempt(commands.EndDay())
        assert (self.hall.is_over, self.hall.emergencies) == (True, {})
        assert {ticket.state for ticket in self.hall.tickets.values()} <= DECIDED
        for command in (commands.IssueTicket(SERVICES[0]), commands.LetTimePass()):
            self.attempt(command)
        self.the_replayed_journal_equals_the_hall()
        sums.check(self.hall.measures, sums.rows(self.journal, self.setting))
        self.every_wait_is_explained()
        self.the_page_and_the_report_tell_alike()

    def the_replayed_journal_equals_the_hall(self) -> None:
        """Also when it is read as it was written, as JSON; and whatever is set meanwhile."""
        for again in (self.setting.hall(), self.setting.another_hall()):
            for event in self.journal:
                again.apply(decode(*json.loads(json.dumps(encode(event)))))
            assert picture(again) == picture(self.hall)
            sums.check(again.measures, sums.rows(self.journal, self.setting))

    def every_wait_is_explained(self) -> None:
        """The stories of who was passed most tell of each call, and why: the others' and theirs."""
        passed = Count(number for _, _, number, _ in self.overtaken)
        for number, _ in passed.most_common(3):
            lines = story(entries(self.journal), self.setting.hall(), number)
            self.the_others_calls_are_told(number, lines)
            self.its_own_calls_are_told(number, lines)

    def the_others_calls_are_told(self, number: str, lines: list[Line]) -> None:
        told = [(x.at, x.values["other"], x.text) for x in lines if "other" in x.values]
        for at, other, each, because in self.overtaken:
            if each == number:
                texts = [text for when, who, text in told if (when, who) == (at, other)]
                assert any(because in text for text in texts), (because, texts)

    def its_own_calls_are_told(self, number: str, lines: list[Line]) -> None:
        facts = enumerate(self.journal)
        calls = [(n, x) for n, x in facts if isinstance(x, TicketCalled) and x.ticket == number]
        told = [(x.at, x.text) for x in lines if x.text.startswith("Called to counter")]
        assert [at for at, _ in told] == [call.at for _, call in calls]
        for (n, call), (_, text) in zip(calls, told, strict=True):
            assert self.what_chose(call, self.journal[:n]) in text

    def what_chose(self, call: TicketCalled, before: list[Event]) -> str:
        put = order.put_of(before, call.ticket)
        is_chosen = call.why == "out_of_turn" or put is None
        return order.CHOSEN[call.why] if is_chosen else order.PUT[put]

    def the_page_and_the_report_tell_alike(self) -> None:
        """Of as many calls that somebody's will led to."""
        kept, favoured = OrderKept(self.hall.rules, ZoneInfo("UTC")), Favoured()
        hall, out_of_turn = self.setting.hall(), 0
        for entry in entries(self.journal):
            kept(entry.fact)
            favoured.take(entry, hall)
            out_of_turn += out_of_turn_in(entry, hall) is not None
            hall.apply(entry.fact.event)
        day = self.journal[0].at.date()
        assert kept.put_first(day) == len(favoured.put_first)
        assert kept.out_of_turn(day) == out_of_turn + len(favoured.brought_back)


TestAnyDay = AnyDay.TestCase
TestAnyDay.settings = settings(max_examples=DAYS_TO_LIVE, stateful_step_count=20, deadline=None)
