"""What all who ask something of a hall have in common."""

from datetime import datetime

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine

from controller.hall import commands
from controller.hall.commands import Command
from controller.hall.events import Event
from tests.controller.hall.any_day.book import Book
from tests.controller.hall.any_day.setting import COUNTERS
from wire.messages import TicketState

UNKNOWN_TICKET = "Z999"


class Asking(RuleBasedStateMachine):
    """A day, its time and its book, and ways to come to where something can be asked."""

    now: datetime
    book: Book
    journal: list[Event]

    def attempt(self, command: Command) -> None:
        """Ask the hall for it."""
        raise NotImplementedError

    def ticket(self, data: st.DataObject, *states: TicketState) -> str:
        """Return a ticket, of those in these states if there are any."""
        tickets = [each.number for each in self.book.tickets.values() if each.state in states]
        return data.draw(st.sampled_from(tickets or [*self.book.tickets, UNKNOWN_TICKET]))

    def sits_down(self, agent: str, *wish: str) -> None:
        """Let the agent open a counter anew, without a visitor."""
        taken = [each for each, seat in self.book.seats.items() if seat.agent is not None]
        here = self.book.seat_of(agent) or [*({*COUNTERS} - {*taken}), COUNTERS[1]][0]
        self.attempt(commands.ReleaseCounter(here))
        self.attempt(commands.OpenCounter(here, agent, frozenset(wish)))

    def ticket_of_last_event(self) -> str:
        return getattr(self.journal[-1], "ticket", UNKNOWN_TICKET)
