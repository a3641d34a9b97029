"""How visitors say how it was, on any day: twice, late, with words of their own."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from controller.hall import commands
from tests.controller.hall.any_day.asking import UNKNOWN_TICKET, Asking
from tests.controller.hall.any_day.setting import AGENTS, COUNTERS, MINUTE, SERVICES

faces = st.sampled_from((1, 2, 3, 4, 5, 5, 0, 6))
abouts = st.sampled_from((None, None, "wait", "place", "my name is Samir"))
some_counter = st.none() | st.sampled_from(COUNTERS)


class Answering(Asking):
    """Visitors who say how it was."""

    @rule(
        data=st.data(),
        face=faces,
        about=abouts,
        counter=some_counter,
        late=st.sampled_from((0, 0, 0, 1, 30, 59, 60, 61)),
    )
    def says_how_it_was(self, data: st.DataObject, late: int, **said: object) -> None:
        """Of a service that was finished just now or long ago, perhaps after the closing."""
        given = [each.number for each in self.book.tickets.values() if each.given]
        number = data.draw(st.sampled_from(given or [*self.book.tickets, UNKNOWN_TICKET]))
        self.now += late * MINUTE
        self.attempt(commands.RateVisit(number, **said))

    @rule(
        agent=st.sampled_from(AGENTS),
        face=faces,
        about=abouts,
        counters=st.tuples(some_counter, some_counter, some_counter),
        is_mistaken=st.booleans(),
    )
    def answers_at_once(self, agent: str, face, about, counters, *, is_mistaken: bool) -> None:
        """A device asks after a service, a telephone too; perhaps it was not finished after all."""
        self.sits_down(agent)
        self.attempt(commands.ServeWalkIn(agent, SERVICES[2], "fr", "as agreed"))
        number = self.ticket_of_last_event()
        self.attempt(commands.FinishService(agent))
        for counter in counters:
            self.attempt(commands.RateVisit(number, face, about, counter))
        if is_mistaken:
            self.attempt(commands.Reinstate(number, "as agreed"))
            self.attempt(commands.RateVisit(number, face, about))
