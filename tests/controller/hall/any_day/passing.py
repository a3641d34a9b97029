"""Time, which passes by itself."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from controller.hall import commands
from tests.controller.hall.any_day import hours
from tests.controller.hall.any_day.asking import Asking
from tests.controller.hall.any_day.calm import LATE
from tests.controller.hall.any_day.setting import AGENTS, COUNTERS, MINUTE, SERVICES

services, agents = st.sampled_from(SERVICES), st.sampled_from(AGENTS)
BOTH_GIVE = (SERVICES[0], SERVICES[2])
codes = st.sampled_from(("K7", "M3", "P1", "R5"))


class Passing(Asking):
    """A day on which moments come that matter."""

    @rule(minutes=st.sampled_from((1, 2, 5, 5, 10, 15, 20, 45)))
    def time_passes(self, minutes: int) -> None:
        self.now += minutes * MINUTE
        self.attempt(commands.LetTimePass())

    @rule(data=st.data(), by=st.sampled_from((-1, 0, 0, 0, 1)), service=services)
    def a_moment_comes_that_matters(self, data: st.DataObject, by: int, service: str) -> None:
        """It is just before, at, or just after a moment at which a rule turns."""
        if kinds := hours.moments(self.book, self.now):
            moments = data.draw(st.sampled_from(kinds))
            at = data.draw(st.sampled_from(moments)) + timedelta(seconds=by)
            self.now = max(self.now, at)
        self.attempt(commands.IssueTicket(service))
        for ticket in [each for each in self.book.tickets.values() if each.state in hours.GONE]:
            self.attempt(commands.RateVisit(ticket.number, 4))
            self.attempt(commands.Reinstate(ticket.number, "as agreed"))
        self.attempt(commands.LetTimePass())

    @rule(minutes=st.sampled_from((-1, 0, 1, 30)))
    def nobody_closes_the_day(self, minutes: int) -> None:
        """It is about an hour after the last closing, when the clock closes the day."""
        closing = self.book.setting.open.stretches[-1:]
        if closing:
            self.now = max(self.now, closing[0][1] + (60 + minutes) * MINUTE)
        self.attempt(commands.LetTimePass())

    @rule(code=codes, service=services, seconds=st.sampled_from((0, 0, 1)))
    def an_appointment_is_only_just_kept(self, code: str, service: str, seconds: int) -> None:
        appointed_at = self.now - LATE - timedelta(seconds=seconds)
        self.attempt(commands.CheckIn(code, service, appointed_at, "ar"))

    @rule(agent=agents, service=services, minutes=st.integers(1, 30))
    def somebody_comes_early(self, agent: str, service: str, minutes: int) -> None:
        """Others are due sooner, whatever the class of appointments is given."""
        self.sits_down(agent, service)
        code, moment = f"E{len(self.journal)}", self.now + minutes * MINUTE
        self.attempt(commands.IssueTicket(service))
        self.attempt(commands.CheckIn(code, service, moment, "ar"))
        self.attempt(commands.CallNext(agent))

    @rule(agent=agents, service=services)
    def an_appointment_waits_behind_all(self, agent: str, service: str) -> None:
        """It is put last in line when its moment has come, and is not early any more."""
        self.sits_down(agent, service)
        self.attempt(commands.CheckIn(f"L{len(self.journal)}", service, self.now, "ar"))
        number = self.ticket_of_last_event()
        self.attempt(commands.IssueTicket(service))
        self.attempt(commands.Redirect(number, "went out", "salma", place="last"))
        self.attempt(commands.CallNext(agent))

    @rule(agent=agents, service=services)
    def an_agent_thinks_better_of_it(self, agent: str, service: str) -> None:
        """Somebody was told to get ready, and the agent takes a break."""
        self.sits_down(agent, service)
        self.attempt(commands.IssueTicket(service))
        self.attempt(commands.PreCall(agent))
        self.attempt(commands.PauseCounter(agent, "prayer"))

    @rule(agent=agents, minutes=st.integers(4, 7))
    def the_last_in_line_leaves(self, agent: str, minutes: int) -> None:
        """A counter has had somebody to call until now, while somebody waits elsewhere."""
        self.sits_down(agent, SERVICES[2])
        self.attempt(commands.IssueTicket(SERVICES[2]))
        self.attempt(commands.IssueTicket(SERVICES[0]))
        self.now += minutes * MINUTE
        for ticket in [each for each in self.book.waiting() if each.service == SERVICES[2]]:
            self.attempt(commands.GiveUp(ticket.number))
        self.attempt(commands.LetTimePass())

    @rule(others=services)
    def a_service_is_late_again(self, others: str) -> None:
        """A supervisor took back what a rule had opened for births, while others are late, too."""
        births, taxes = SERVICES[0], SERVICES[2]
        for service in (births, others):
            self.attempt(commands.IssueTicket(service))
        self.now += 16 * MINUTE
        self.attempt(commands.LetTimePass())
        self.attempt(commands.ChangeServices(COUNTERS[1], frozenset({taxes})))
        for ticket in [each for each in self.book.waiting() if each.service == births]:
            self.attempt(commands.GiveUp(ticket.number))
        self.attempt(commands.LetTimePass())
        self.attempt(commands.IssueTicket(births))
        self.now += 16 * MINUTE
        self.attempt(commands.LetTimePass())

    @rule(agent=agents, service=services, minutes=st.sampled_from((6, 16)))
    def a_tablet_dies(self, agent: str, service: str, minutes: int) -> None:
        """The hall's own rules send nobody where nobody can be called, until the tablet is back."""
        self.sits_down(agent, SERVICES[2])
        self.attempt(commands.IssueTicket(service))
        self.now += minutes * MINUTE
        for unattended in (frozenset(COUNTERS), frozenset({self.book.seat_of(agent)}), frozenset()):
            self.attempt(commands.LetTimePass(unattended))

    @rule(others=services, gives=services)
    def a_supervisor_knows_better(self, others: str, gives: str) -> None:
        """A service is taken away from a counter before, while and after a rule would give it."""
        self.sits_down(AGENTS[1])
        counter = self.book.seat_of(AGENTS[1])
        self.attempt(commands.ChangeServices(counter, frozenset({*SERVICES})))
        self.attempt(commands.ChangeServices(counter, frozenset({gives})))
        for _ in range(2):
            self.attempt(commands.IssueTicket(others))
            self.now += 16 * MINUTE
            self.attempt(commands.LetTimePass())
            for ticket in [each for each in self.book.waiting() if each.service == others]:
                self.attempt(commands.GiveUp(ticket.number))
            self.attempt(commands.LetTimePass())

    @rule(service=services)
    def a_counter_has_another_agent(self, service: str) -> None:
        """Who waited for it alone had gone, and comes back."""
        first, second = AGENTS
        self.sits_down(first)
        counter = self.book.seat_of(first)
        self.attempt(commands.IssueTicket(service))
        number = self.ticket_of_last_event()
        self.attempt(commands.Redirect(number, "knows it", "salma", to_counter=counter))
        self.attempt(commands.CancelTicket(number, "went out", "salma"))
        self.attempt(commands.LeaveCounter(first))
        self.attempt(commands.LeaveCounter(second))
        self.attempt(commands.OpenCounter(counter, second))
        self.attempt(commands.Reinstate(number))

    @rule(agent=agents, service=st.sampled_from(BOTH_GIVE), breaks=st.booleans())
    def a_visitor_is_sent_to_and_fro(self, agent: str, service: str, *, breaks: bool) -> None:
        """Who is to come back to both agents comes back to the last one first, if at work."""
        [colleague] = {*AGENTS} - {agent}
        for each in AGENTS:
            self.sits_down(each, *BOTH_GIVE)
        self.attempt(commands.IssueTicket(service, quantity=3))
        number = self.ticket_of_last_event()
        [other] = {*BOTH_GIVE} - {service}  # for the first one it would be sent back by hand
        for first, second in ((agent, colleague), (colleague, agent)):
            self.attempt(commands.CallTicket(first, number, "as agreed"))
            self.attempt(commands.Transfer(first, other, None, second, comes_back=True))
        if breaks:
            self.attempt(commands.PauseCounter(colleague, "prayer"))
        for each in (agent, agent if breaks else colleague):
            self.attempt(commands.CallTicket(each, number, "as agreed"))
            self.attempt(commands.StartService(each))
            self.attempt(commands.FinishService(each))
