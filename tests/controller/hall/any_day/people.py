"""What people do on any day: every command, at moments where rules turn."""

from datetime import timedelta
from random import Random

from hypothesis import strategies as st
from hypothesis.stateful import rule

from controller.hall import commands
from tests.controller.hall.any_day import hours
from tests.controller.hall.any_day.asking import Asking
from tests.controller.hall.any_day.setting import AGENTS, COUNTERS, MINUTE, SERVICES
from wire.messages import (
    DECLARED,
    PRIORITIES,
    Priority,
    TicketState,
)

UNKNOWN_SERVICE, UNKNOWN_COUNTER = "no_service", 9
counters, agents, services = map(st.sampled_from, (COUNTERS, AGENTS, SERVICES))
any_service = st.sampled_from((*SERVICES, *SERVICES, UNKNOWN_SERVICE))
any_counter = st.sampled_from((*COUNTERS, *COUNTERS, UNKNOWN_COUNTER))
some = st.frozensets(services) | st.frozensets(any_service)
reasons = st.sampled_from(("", " ", "prayer", " bride waits outside ", "\u200b…"))
languages = st.sampled_from(("ar", "fr", "zgh"))
codes = st.sampled_from(("K7", "M3", "P1", "R5"))
amounts = st.sampled_from((1, 1, 1, 2, 20, 0, 21))
seeds = st.integers(0, 2**32 - 1)
pauses = st.sampled_from((0, 0, 1, 2, 5, 10, 15))


class People(Asking):
    """Visitors, agents and supervisors who may do anything at any time."""

    @rule(seed=seeds, turns=st.integers(1, 30))
    def an_hour_goes_by(self, seed: int, turns: int) -> None:
        """Many things happen, one after the other; fewer turns are the beginning of the same."""
        for command, minutes in hours.goings_on(Random(seed), self.book, turns):
            self.now += minutes * MINUTE
            self.attempt(command)

    # -- Visitors --

    @rule(
        service=services,
        priority=st.sampled_from((*PRIORITIES, "normal", "normal")),
        many=st.integers(1, 3),
        minutes=pauses,
    )
    def visitors_come(self, service: str, priority: Priority, many: int, minutes: int) -> None:
        for _ in range(many):
            self.attempt(commands.IssueTicket(service, "ar", priority))
            self.now += minutes * MINUTE

    @rule(
        service=any_service,
        then=st.lists(services, max_size=3) | st.lists(any_service, max_size=3),
        quantity=amounts,
        sheets=amounts,
        is_by_staff=st.booleans(),
    )
    def a_visitor_wants_more(
        self, service, then, quantity: int, sheets: int, *, is_by_staff: bool
    ) -> None:
        wished = (service, "fr", "normal", tuple(then), quantity, sheets, is_by_staff)
        self.attempt(commands.IssueTicket(*wished))

    @rule(data=st.data())
    def gives_up(self, data: st.DataObject) -> None:
        self.attempt(commands.GiveUp(self.ticket(data, TicketState.WAITING, TicketState.PARKED)))

    @rule(data=st.data(), reason=reasons)
    def cancel(self, data: st.DataObject, reason: str) -> None:
        number = self.ticket(data, TicketState.WAITING, TicketState.PARKED)
        self.attempt(commands.CancelTicket(number, reason, "salma"))

    @rule(data=st.data(), reason=reasons, is_by_staff=st.booleans())
    def comes_after_all(self, data: st.DataObject, reason: str, *, is_by_staff: bool) -> None:
        number = self.ticket(data, *hours.GONE)
        self.attempt(commands.Reinstate(number, reason, is_by_staff))

    # -- Agents --

    @rule(agent=agents, minutes=pauses)
    def works(self, agent: str, minutes: int) -> None:
        """The agent does what comes next: sits down, calls, receives, finishes."""
        self.now += minutes * MINUTE
        number = self.book.seat_of(agent)
        if number is None:
            free = [each for each, seat in self.book.seats.items() if seat.agent is None]
            self.attempt(commands.OpenCounter(free[0], agent))
            return
        seat = self.book.seats[number]
        if seat.ticket is None:
            act = commands.CallNext if seat.pause is None else commands.ResumeCounter
        elif self.book.tickets[seat.ticket].state is TicketState.CALLED:
            act = commands.StartService
        else:
            act = commands.FinishService
        self.attempt(act(agent))

    @rule(agent=agents, times=st.integers(1, 9), minutes=pauses, service=services)
    def nobody_comes(self, agent: str, times: int, minutes: int, service: str) -> None:
        self.sits_down(agent)
        for priority in ("normal", "elderly", "disability", "normal", "elderly", "normal"):
            self.attempt(commands.IssueTicket(service, "en", priority))
        for _ in range(times):
            self.attempt(commands.CallNext(agent))
            self.now += minutes * MINUTE
            self.attempt(commands.MarkNoShow(agent))

    @rule(
        agent=agents,
        act=st.sampled_from(
            [
                commands.CallNext,
                commands.StartService,
                commands.Recall,
                commands.Recall,
                commands.MarkNoShow,
                commands.PreCall,
                commands.PreCall,
                commands.LeaveCounter,
                commands.ResumeCounter,
            ]
        ),
    )
    def taps(self, agent: str, act: type) -> None:
        self.attempt(act(agent))

    @rule(counter=any_counter, agent=agents, wish=some)
    def opens(self, counter: int, agent: str, wish: frozenset[str]) -> None:
        self.attempt(commands.OpenCounter(counter, agent, wish))

    @rule(agent=agents)
    def forgets_where_they_sit(self, agent: str) -> None:
        self.sits_down(agent)
        for counter in COUNTERS:
            self.attempt(commands.OpenCounter(counter, agent))

    @rule(
        agent=agents,
        outcome=st.sampled_from(["", "resolved", "none"]),
        done=st.none() | amounts,
        further=st.none() | any_service,
    )
    def finishes(self, agent: str, outcome: str, done: int | None, further: str | None) -> None:
        self.attempt(commands.FinishService(agent, outcome, "came twice", done, further))

    @rule(data=st.data(), agent=agents, reason=reasons)
    def calls_out_of_turn(self, data: st.DataObject, agent: str, reason: str) -> None:
        number = self.ticket(data, TicketState.WAITING)
        self.attempt(commands.CallTicket(agent, number, reason))

    @rule(
        agent=agents,
        service=st.none() | any_service,
        to_counter=st.none() | any_counter,
        to_agent=st.none() | agents,
        place=st.sampled_from(["first", "due", "last"]),
        comes_back=st.booleans(),
        reason=reasons,
    )
    def transfers(self, **how: object) -> None:
        self.attempt(commands.Transfer(**how))

    @rule(agent=agents, other=agents, place=st.sampled_from(["first", "due"]))
    def sends_to_a_colleague(self, agent: str, other: str, place: str) -> None:
        self.attempt(commands.Transfer(agent, None, None, other, place, True, "as agreed"))

    @rule(agent=agents, stays=st.booleans(), service=st.none() | services)
    def sends_to_a_colleague_for_a_while(self, agent: str, *, stays: bool, service) -> None:
        """Who is to come back afterwards finds the first agent gone, or not."""
        [colleague] = {*AGENTS} - {agent}
        self.sits_down(agent)
        self.sits_down(colleague)
        self.attempt(commands.IssueTicket(SERVICES[0], then=(SERVICES[1],)))
        number = self.ticket_of_last_event()
        self.attempt(commands.CallTicket(agent, number, "as agreed"))
        self.attempt(commands.Transfer(agent, service, None, colleague, "first", True, "as agreed"))
        if not stays:
            self.attempt(commands.LeaveCounter(agent))
        self.attempt(commands.CallTicket(colleague, number, "as agreed"))
        self.attempt(commands.StartService(colleague))
        self.attempt(commands.FinishService(colleague))

    @rule(agent=agents, minutes=st.none() | st.integers(-1, 3), reason=reasons)
    def parks(self, agent: str, minutes: int | None, reason: str) -> None:
        back_in = None if minutes is None else minutes * MINUTE
        self.attempt(commands.Park(agent, reason, "cash desk", back_in))

    @rule(data=st.data())
    def is_back(self, data: st.DataObject) -> None:
        self.attempt(commands.Resume(self.ticket(data, TicketState.PARKED)))

    @rule(agent=agents, service=any_service, reason=reasons, language=languages)
    def serves_without_ticket(self, agent: str, service: str, reason: str, language: str) -> None:
        self.attempt(commands.ServeWalkIn(agent, service, language, reason))

    @rule(agent=agents, is_away=st.booleans(), minutes=st.integers(4, 7))
    def has_nothing_to_do(self, agent: str, minutes: int, *, is_away: bool) -> None:
        """One agent gives what nobody wants; somebody waits elsewhere."""
        self.sits_down(agent, *SERVICES[2:])
        for ticket in self.book.waiting():
            self.attempt(commands.GiveUp(ticket.number))
        self.attempt(commands.IssueTicket(SERVICES[1]))
        self.attempt(commands.PauseCounter(agent, "prayer" if is_away else ""))
        self.now += minutes * MINUTE
        self.attempt(commands.LetTimePass())

    @rule(agent=agents, reason=reasons)
    def takes_a_break(self, agent: str, reason: str) -> None:
        self.attempt(commands.PauseCounter(agent, reason))

    # -- Appointments --

    @rule(
        code=codes,
        service=any_service,
        minutes=st.sampled_from((-40, -11, -10, -9, -1, 0, 1, 5, 20, 29, 30, 31, 60)),
        seconds=st.sampled_from((0, 0, 40)),
        how=st.tuples(languages, st.sampled_from(("normal", "normal", *DECLARED))),
    )
    def checks_in(self, code: str, service: str, minutes: int, seconds: int, how: tuple) -> None:
        appointed_at = self.now + minutes * MINUTE + timedelta(seconds=seconds)
        self.attempt(commands.CheckIn(code, service, appointed_at, *how))
