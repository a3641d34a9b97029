"""Time, which passes by itself."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import rule

from controller.hall import commands
from tests.controller.hall.any_day import hours
from tests.controller.hall.any_day.appointed import LATE
from tests.controller.hall.any_day.asking import Asking
from tests.controller.hall.any_day.setting import MINUTE, SERVICES

services = st.sampled_from(SERVICES)
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
        moments = hours.moments(self.book, self.now)
        if moments:
            at = data.draw(st.sampled_from(moments)) + timedelta(seconds=by)
            self.now = max(self.now, at)
        self.attempt(commands.IssueTicket(service))
        for ticket in [each for each in self.book.tickets.values() if each.state in hours.GONE]:
            self.attempt(commands.Reinstate(ticket.number))
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
