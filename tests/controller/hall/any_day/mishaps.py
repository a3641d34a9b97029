"""What goes otherwise than it was meant to, and is put right again."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from controller.hall import commands
from tests.controller.hall.any_day.asking import Asking
from tests.controller.hall.any_day.setting import AGENTS, MINUTE, SERVICES
from wire.messages import DECLARED, Priority

BIRTHS, DEATHS, TAXES = SERVICES
BOTH_GIVE = (BIRTHS, TAXES)
services, agents = st.sampled_from(SERVICES), st.sampled_from(AGENTS)
shared = st.sampled_from(BOTH_GIVE)


class Mishaps(Asking):
    """A day on which wishes change, fingers slip, and somebody is not where they were."""

    def both_sit_down(self) -> None:
        """Let both agents be at work without visitors."""
        for agent in AGENTS:
            self.sits_down(agent, *BOTH_GIVE)

    def nobody_waits(self) -> None:
        """Let all who wait go home."""
        for ticket in self.book.waiting():
            self.attempt(commands.GiveUp(ticket.number))

    @rule(service=shared, caller=agents, count=st.integers(1, 3), other=services)
    def two_counters_tell(self, service: str, caller: str, count: int, other: str) -> None:
        """Two agents are nearly done; one of them calls, the other gives something else then."""
        self.both_sit_down()
        for _ in range(count):
            self.attempt(commands.IssueTicket(service))
        for agent in (*AGENTS, AGENTS[0]):
            self.attempt(commands.PreCall(agent))
        self.attempt(commands.CallNext(caller))
        self.attempt(commands.PreCall(caller))
        [colleague] = {*AGENTS} - {caller}
        number = self.book.seat_of(colleague)
        self.attempt(commands.ChangeServices(number, frozenset({other})))

    @rule(agent=agents, service=shared)
    def a_colleague_calls_whom_the_other_told(self, agent: str, service: str) -> None:
        [colleague] = {*AGENTS} - {agent}
        self.both_sit_down()
        self.nobody_waits()
        for _ in range(2):
            self.attempt(commands.IssueTicket(service))
        self.attempt(commands.PreCall(agent))
        self.attempt(commands.PreCall(colleague))
        self.attempt(commands.CallNext(colleague))

    @rule(agent=agents, service=shared)
    def tells_from_a_break(self, agent: str, service: str) -> None:
        self.sits_down(agent, service)
        self.attempt(commands.IssueTicket(service))
        self.attempt(commands.PauseCounter(agent, "prayer"))
        self.attempt(commands.PreCall(agent))

    @rule(agent=agents, quantity=st.integers(1, 3), goes_on=st.booleans(), is_sent=st.booleans())
    def the_day_is_closed_too_soon(
        self, agent: str, quantity: int, *, goes_on: bool, is_sent: bool
    ) -> None:
        """Somebody was being served, with more to come; others waited."""
        [colleague] = {*AGENTS} - {agent}
        self.both_sit_down()
        then = (DEATHS,) if goes_on else ()
        self.attempt(commands.IssueTicket(BIRTHS, "ar", "normal", then, quantity))
        number = self.ticket_of_last_event()
        self.attempt(commands.CallTicket(colleague, number, "as agreed"))
        if is_sent:
            self.attempt(commands.Transfer(colleague, to_agent=agent, comes_back=True))
            self.attempt(commands.CallTicket(agent, number, "as agreed"))
        self.attempt(commands.StartService(agent if is_sent else colleague))
        self.attempt(commands.IssueTicket(BIRTHS))
        self.attempt(commands.CloseDay())
        self.attempt(commands.ReopenDay("too early", "salma"))
        self.both_sit_down()
        self.attempt(commands.CallNext(colleague))

    @rule(
        there=services, back=services, quantity=st.integers(1, 3), order=st.permutations(SERVICES)
    )
    def is_redirected_and_back(self, there: str, back: str, quantity: int, order: list) -> None:
        first, *then = order
        self.attempt(commands.IssueTicket(first, "fr", "normal", tuple(then), quantity))
        number = self.ticket_of_last_event()
        for service in (there, back, first):
            self.attempt(commands.Redirect(number, "as agreed", "salma", service))

    @rule(agent=agents, there=agents, service=shared)
    def is_sent_to_an_agent_at_a_counter(self, agent: str, there: str, service: str) -> None:
        """Whose counter that may be, or not."""
        self.both_sit_down()
        self.attempt(commands.IssueTicket(service))
        whom = (self.book.seat_of(there), agent)
        wish = commands.Redirect(self.ticket_of_last_event(), "as agreed", "salma", service, *whom)
        self.attempt(wish)

    @rule(agent=agents, by_counter=st.booleans(), service=st.none() | shared, again=st.booleans())
    def is_sent_back(
        self, agent: str, service: str | None, *, by_counter: bool, again: bool
    ) -> None:
        """Who was to come back is sent back by hand."""
        [colleague] = {*AGENTS} - {agent}
        self.both_sit_down()
        self.attempt(commands.IssueTicket(BIRTHS, quantity=3))
        number = self.ticket_of_last_event()
        self.attempt(commands.CallTicket(agent, number, "as agreed"))
        self.attempt(commands.Transfer(agent, service, to_agent=colleague, comes_back=True))
        self.attempt(commands.CallTicket(colleague, number, "as agreed"))
        counter = self.book.seat_of(agent) if by_counter else None
        whom = (counter, None if by_counter else agent)
        self.attempt(commands.Transfer(colleague, BIRTHS, *whom, comes_back=again))
        for each in (agent, colleague):
            self.attempt(commands.CallTicket(each, number, "as agreed"))
            self.attempt(commands.StartService(each))
            self.attempt(commands.FinishService(each))

    @rule(
        agent=agents,
        by_counter=st.booleans(),
        is_missed=st.booleans(),
        left=st.sets(shared, min_size=1),
        is_released=st.booleans(),
    )
    def comes_back_to_whom_it_was_sent(
        self,
        agent: str,
        left: set[str],
        *,
        by_counter: bool,
        is_missed: bool,
        is_released: bool,
    ) -> None:
        """It was called there, and missed or parked; some services may be taken away meanwhile."""
        self.both_sit_down()
        counter = self.book.seat_of(agent)
        self.attempt(commands.IssueTicket(BIRTHS))
        number = self.ticket_of_last_event()
        whom = (counter, None) if by_counter else (None, agent)
        self.attempt(commands.Redirect(number, "knows it", "salma", None, *whom))
        self.attempt(commands.CallTicket(agent, number, "as agreed"))
        act = commands.MarkNoShow(agent) if is_missed else commands.Park(agent, "a copy")
        self.attempt(act)
        self.attempt(commands.ChangeServices(counter, frozenset(left)))
        self.attempt(commands.Reinstate(number) if is_missed else commands.Resume(number))
        self.attempt(commands.CallTicket(agent, number, "as agreed"))
        if is_released:
            self.attempt(commands.ReleaseCounter(counter))

    @rule(is_by_staff=st.booleans())
    def others_took_the_place(self, *, is_by_staff: bool) -> None:
        """The last ticket of the day was given up, and somebody else has one now."""
        self.attempt(commands.IssueTicket(BIRTHS))
        number = self.ticket_of_last_event()
        self.attempt(commands.GiveUp(number))
        for _ in range(9):
            self.attempt(commands.IssueTicket(BIRTHS))
        self.attempt(commands.Reinstate(number, is_by_staff=is_by_staff))

    @rule(agent=agents, further=services, then=st.lists(services, max_size=2))
    def wants_something_else_too(self, agent: str, further: str, then: list[str]) -> None:
        """What it is shows at the counter."""
        self.sits_down(agent, BIRTHS)
        self.attempt(commands.IssueTicket(BIRTHS, "zgh", "normal", tuple(then), 2))
        number = self.ticket_of_last_event()
        self.attempt(commands.CallTicket(agent, number, "as agreed"))
        self.attempt(commands.StartService(agent))
        self.attempt(commands.FinishService(agent, "resolved", "", 2, further))

    @rule(agent=agents, minutes=st.integers(14, 17))
    def waits_after_an_early_appointment(self, agent: str, minutes: int) -> None:
        """The moment of the appointment is still to come, and somebody waits for something else."""
        self.both_sit_down()
        self.nobody_waits()
        self.attempt(commands.CheckIn(f"E{len(self.journal)}", BIRTHS, self.now + 30 * MINUTE))
        self.attempt(commands.CallTicket(agent, self.ticket_of_last_event(), "as agreed"))
        self.attempt(commands.StartService(agent))
        self.now += MINUTE
        self.attempt(commands.Transfer(agent, DEATHS))
        self.now += minutes * MINUTE
        self.attempt(commands.LetTimePass())

    @rule(service=services, minutes=st.integers(14, 17))
    def is_given_the_class_of_appointments(self, service: str, minutes: int) -> None:
        self.nobody_waits()
        self.attempt(commands.IssueTicket(service))
        number = self.ticket_of_last_event()
        self.attempt(commands.Reprioritise(number, "appointment", "wrong code", "salma"))
        self.now += minutes * MINUTE
        self.attempt(commands.LetTimePass())

    @rule(
        agent=agents,
        priority=st.sampled_from(DECLARED),
        minutes=st.sampled_from((-11, -9, 0, 5, 29)),
        service=shared,
    )
    def has_an_appointment_and_a_right(
        self, agent: str, priority: Priority, minutes: int, service: str
    ) -> None:
        self.sits_down(agent, service)
        for each in ("normal", "elderly"):
            self.attempt(commands.IssueTicket(service, "ar", each))
        moment = self.now + minutes * MINUTE
        code = f"D{len(self.journal)}"
        self.attempt(commands.CheckIn(code, service, moment, "ar", priority))
        self.attempt(commands.CallNext(agent))

    @rule(agent=agents, by_counter=st.booleans(), is_closed=st.booleans(), waits=st.booleans())
    def is_sent_where_nobody_is(
        self, agent: str, *, by_counter: bool, is_closed: bool, waits: bool
    ) -> None:
        """The colleague has left, or is on a break."""
        [colleague] = {*AGENTS} - {agent}
        self.both_sit_down()
        counter = self.book.seat_of(colleague)
        away = commands.LeaveCounter(colleague)
        self.attempt(away if is_closed else commands.PauseCounter(colleague, "prayer"))
        self.attempt(commands.IssueTicket(BIRTHS))
        number = self.ticket_of_last_event()
        whom = (counter, None) if by_counter else (None, colleague)
        if waits:
            self.attempt(commands.Redirect(number, "knows it", "salma", None, *whom))
        else:
            self.attempt(commands.CallTicket(agent, number, "as agreed"))
            self.attempt(commands.Transfer(agent, None, *whom))

    @rule(agent=agents)
    def two_are_early_and_wait_otherwise(self, agent: str) -> None:
        """Their waits do not count yet, whatever their classes gather in a minute."""
        self.sits_down(agent, BIRTHS)
        self.nobody_waits()
        moment = self.now + 30 * MINUTE
        for priority in ("elderly", "normal"):
            self.attempt(commands.CheckIn(f"F{len(self.journal)}", BIRTHS, moment))
            number = self.ticket_of_last_event()
            self.attempt(commands.Reprioritise(number, priority, "wrong code", "salma"))
        self.attempt(commands.CallNext(agent))
