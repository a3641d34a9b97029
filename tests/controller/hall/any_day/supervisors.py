"""What supervisors do on any day: to counters, to services, to who waits, to everybody."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from controller.hall import commands
from tests.controller.hall.any_day.asking import Asking
from tests.controller.hall.any_day.people import (
    agents,
    any_counter,
    any_service,
    reasons,
    services,
    some,
)
from tests.controller.hall.any_day.setting import AGENTS, COUNTERS, MINUTE
from wire.messages import PRIORITIES, AnnouncementKind, EmergencyKind, Priority, TicketState


class Supervisors(Asking):
    """Supervisors who may do anything at any time."""

    @rule(
        counter=any_counter,
        act=st.sampled_from([commands.CloseCounter, commands.ReleaseCounter]),
    )
    def intervenes(self, counter: int, act: type) -> None:
        self.attempt(act(counter))

    @rule(counter=any_counter, wish=some)
    def changes_services(self, counter: int, wish: frozenset[str]) -> None:
        self.attempt(commands.ChangeServices(counter, wish))

    @rule(reason=reasons, service=services)
    def pauses_all(self, reason: str, service: str) -> None:
        self.attempt(commands.PauseService(None, reason))
        self.attempt(commands.IssueTicket(service))
        self.attempt(commands.ResumeService(None))

    @rule(service=any_service, reason=reasons)
    def pauses_a_service(self, service: str, reason: str) -> None:
        self.attempt(commands.PauseService(service, reason))
        self.attempt(commands.IssueTicket(service))
        for minutes in (0, 11):
            code = f"P{len(self.journal)}"
            self.attempt(commands.CheckIn(code, service, self.now - minutes * MINUTE))

    @rule(service=any_service)
    def resumes_a_service(self, service: str) -> None:
        self.attempt(commands.ResumeService(service))

    @rule(
        data=st.data(),
        reason=reasons,
        service=st.none() | any_service,
        to_counter=st.none() | any_counter,
        to_agent=st.none() | agents,
        place=st.sampled_from(["first", "due", "last"]),
    )
    def redirects(self, data: st.DataObject, reason: str, **how: object) -> None:
        number = self.ticket(data, TicketState.WAITING)
        self.attempt(commands.Redirect(number, reason, "salma", **how))

    @rule(service=services, place=st.sampled_from(["first", "last"]))
    def puts_everybody(self, service: str, place: str) -> None:
        for ticket in self.book.waiting()[:4]:
            wish = commands.Redirect(ticket.number, "as agreed", "salma", service, place=place)
            self.attempt(wish)

    @rule(data=st.data(), priority=st.sampled_from(PRIORITIES), reason=reasons)
    def reprioritises(self, data: st.DataObject, priority: Priority, reason: str) -> None:
        number = self.ticket(data, TicketState.WAITING)
        self.attempt(commands.Reprioritise(number, priority, reason, "salma"))

    @rule(
        kind=st.sampled_from(EmergencyKind),
        is_lifted=st.sampled_from((True, True, False)),
        is_closed=st.sampled_from((False, False, True)),
    )
    def raises_an_emergency(self, kind: EmergencyKind, *, is_lifted: bool, is_closed: bool) -> None:
        self.attempt(commands.RaiseEmergency(kind, "salma"))
        if is_closed:
            self.attempt(commands.CloseDay())
        if is_lifted:
            self.attempt(commands.LiftEmergency(kind, "salma"))

    @rule(
        kind=st.sampled_from(AnnouncementKind),
        service=st.none() | any_service,
        is_withdrawn=st.booleans(),
    )
    def announces(self, kind: AnnouncementKind, service, *, is_withdrawn: bool) -> None:
        self.attempt(commands.Announce(kind, service, "salma"))
        if is_withdrawn:
            self.attempt(commands.WithdrawAnnouncement(kind, service, "salma"))

    @rule(reason=reasons, is_closed=st.booleans())
    def reopens_the_day(self, reason: str, *, is_closed: bool) -> None:
        if is_closed:
            self.attempt(commands.CloseDay())
            self.attempt(commands.OpenCounter(COUNTERS[0], AGENTS[0]))
        self.attempt(commands.ReopenDay(reason, "salma"))
        self.attempt(commands.ReopenDay("too early", "salma"))
