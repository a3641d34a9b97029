"""What is promised in minutes, and what comes between: emergencies, and visits that fail."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from controller.hall import commands
from tests.controller.hall.any_day.asking import Asking
from tests.controller.hall.any_day.setting import AGENTS, MINUTE, SERVICES
from wire.messages import DECLARED, EmergencyKind

BIRTHS, DEATHS, TAXES = SERVICES
agents, shared = st.sampled_from(AGENTS), st.sampled_from((BIRTHS, TAXES))
so_long = st.sampled_from((0, 1, 3, 20))


class Interrupted(Asking):
    """A day on which something comes between."""

    def an_alarm_lasts(self, minutes: int, *, is_double: bool) -> None:
        """Let an emergency last so long; a second one may last within and beyond it."""
        first, second = EmergencyKind
        self.attempt(commands.RaiseEmergency(first, "salma"))
        self.now += minutes * MINUTE
        if is_double:
            self.attempt(commands.RaiseEmergency(second, "salma"))
        self.attempt(commands.LetTimePass())
        self.attempt(commands.LiftEmergency(first, "salma"))
        if is_double:
            self.now += minutes * MINUTE
            self.attempt(commands.LiftEmergency(second, "salma"))

    @rule(agent=agents, before=so_long, lasts=so_long, is_double=st.booleans())
    def everybody_leaves_and_comes_back(
        self, agent: str, before: int, lasts: int, *, is_double: bool
    ) -> None:
        """Somebody was missed, somebody parked, and an appointment could not be kept."""
        [colleague] = {*AGENTS} - {agent}
        numbers = []
        for each in (agent, colleague):
            self.sits_down(each, BIRTHS)
            self.attempt(commands.IssueTicket(BIRTHS))
            numbers.append(self.ticket_of_last_event())
            self.attempt(commands.CallTicket(each, numbers[-1], "as agreed"))
        self.attempt(commands.MarkNoShow(agent))
        self.attempt(commands.Park(colleague, "a copy", "", 4 * MINUTE))
        start = self.now
        self.now += before * MINUTE
        self.an_alarm_lasts(lasts, is_double=is_double)
        lost = lasts * (1 + is_double) * MINUTE
        for minutes in (1, 4, 10, 15):
            self.now = max(self.now, start + lost + minutes * MINUTE)
            self.attempt(commands.LetTimePass())
            code = f"Q{len(self.journal)}"
            self.attempt(commands.CheckIn(code, BIRTHS, start, "ar"))
        self.attempt(commands.Reinstate(numbers[0]))

    @rule(
        agent=agents,
        service=shared,
        priority=st.sampled_from(("normal", "normal", *DECLARED)),
        minutes=st.sampled_from((-11, -9, 0, 5, 29)),
        waits=st.sampled_from((0, 5, 15, 16, 38, 39, 40)),
        acts=st.sampled_from(
            (
                (),
                (commands.MarkNoShow,),
                (commands.StartService, commands.FinishService),
            )
        ),
    )
    def an_appointment_fails_at_first(
        self, agent: str, service: str, priority: str, minutes: int, waits: int, acts: tuple
    ) -> None:
        """Its visitor gave up, was missed or served, perhaps long before the moment, and comes."""
        self.sits_down(agent, service)
        code, moment = f"G{len(self.journal)}", self.now + minutes * MINUTE
        arrival = commands.CheckIn(code, service, moment, "ar", priority)
        self.attempt(arrival)
        number = self.ticket_of_last_event()
        if acts:
            self.attempt(commands.CallTicket(agent, number, "as agreed"))
        else:
            self.attempt(commands.GiveUp(number))
        for act in acts:
            self.attempt(act(agent))
        self.now += waits * MINUTE
        self.attempt(arrival)
        self.attempt(commands.Reinstate(number, "as agreed"))

    @rule(service=shared, by=st.sampled_from((-1, 0, 0, 1)))
    def somebody_comes_as_the_hall_closes(self, service: str, by: int) -> None:
        """When the last ticket is given, and when the doors close; or a second off both."""
        ends = [end for _, end in self.book.setting.open.stretches if end > self.now]
        for moment in [each for end in ends[:1] for each in (end - 15 * MINUTE, end)]:
            self.now = max(self.now, moment + by * MINUTE / 60)
            self.attempt(commands.IssueTicket(service))

    @rule(minutes=st.sampled_from((-11, -9)))
    def comes_to_an_appointment_when_no_ticket_is_left(self, minutes: int) -> None:
        for _ in range(9):
            self.attempt(commands.IssueTicket(BIRTHS))
        moment = self.now + minutes * MINUTE
        self.attempt(commands.CheckIn(f"N{len(self.journal)}", BIRTHS, moment, "fr"))
        for is_by_staff in (False, True):
            then = (TAXES,) if is_by_staff else ()
            wish = commands.IssueTicket(BIRTHS, "fr", then=then, is_by_staff=is_by_staff)
            self.attempt(wish)

    @rule(agent=agents, order=st.permutations((BIRTHS, TAXES, DEATHS)), minutes=st.integers(0, 3))
    def appointments_wait_for_something_else(
        self, agent: str, order: list[str], minutes: int
    ) -> None:
        """Whose waits count since other moments than those of their equals in the same line."""
        self.sits_down(agent, BIRTHS)
        soonest = {BIRTHS: 5, DEATHS: 6, TAXES: 14}
        for service in order:
            moment = self.now + soonest[service] * MINUTE
            self.attempt(commands.CheckIn(f"W{len(self.journal)}", service, moment, "ar"))
            number = self.ticket_of_last_event()
            self.attempt(commands.Redirect(number, "as agreed", "salma", BIRTHS))
        self.now += (5 + minutes) * MINUTE
        self.attempt(commands.PreCall(agent))
        self.attempt(commands.CallNext(agent))

    @rule(agent=agents, service=shared, left=shared)
    def the_service_is_taken_away_from_who_asked_back(
        self, agent: str, service: str, left: str
    ) -> None:
        [colleague] = {*AGENTS} - {agent}
        for each in AGENTS:
            self.sits_down(each, BIRTHS, TAXES)
        self.attempt(commands.IssueTicket(service))
        number = self.ticket_of_last_event()
        self.attempt(commands.CallTicket(agent, number, "as agreed"))
        self.attempt(commands.Transfer(agent, to_agent=colleague, comes_back=True))
        self.attempt(commands.CallTicket(colleague, number, "as agreed"))
        self.attempt(commands.StartService(colleague))
        counter = self.book.seat_of(agent)
        self.attempt(commands.ChangeServices(counter, frozenset({left})))
        self.attempt(commands.FinishService(colleague))

    @rule(agent=agents, service=shared, left=shared)
    def the_service_is_taken_away(self, agent: str, service: str, left: str) -> None:
        """Somebody waits for that counter or its agent alone, and somebody had until just now."""
        self.sits_down(agent, BIRTHS, TAXES)
        counter = self.book.seat_of(agent)
        numbers = []
        for whom in ((counter, None), (None, agent), (counter, None)):
            self.attempt(commands.IssueTicket(service))
            numbers.append(self.ticket_of_last_event())
            self.attempt(commands.Redirect(numbers[-1], "knows it", "salma", None, *whom))
        self.attempt(commands.CancelTicket(numbers[-1], "went out", "salma"))
        self.attempt(commands.ChangeServices(counter, frozenset({left})))
        self.attempt(commands.Reinstate(numbers[-1]))
