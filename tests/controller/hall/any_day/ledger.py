"""What a day's book holds, without queues, lines or sums: tickets, seats, and what was said."""

from collections import Counter as Count
from collections import defaultdict
from datetime import datetime, timedelta

from controller.hall.automation import Case
from controller.hall.ticket import Ticket
from tests.controller.hall.any_day.reserved import Reserved
from tests.controller.hall.any_day.seat import Seat
from tests.controller.hall.any_day.sending import alone
from tests.controller.hall.any_day.setting import COUNTERS, Setting
from wire.messages import TicketState


class Ledger:
    """What is so on a day, and how it is looked up."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.tickets: dict[str, Ticket] = {}
        self.seats = {number: Seat() for number in COUNTERS}
        self.checked_in: dict[str, str] = {}
        self.paused: dict[str, str] = {}
        self.emergencies: dict[str, datetime] = {}
        self.alarms: list[tuple[datetime, bool]] = []
        """Each moment at which an emergency was raised or lifted, and whether one lasts then."""

        self.announced: dict[tuple[str, str | None], datetime] = {}
        """Until when each announcement may be said."""

        self.holding: dict[Case, datetime] = {}
        self.ready: dict[int, str] = {}
        self.called: list[str] = []
        self.parked: list[str] = []
        self.missed: list[str] = []
        self.issued: Count[str] = Count()
        self.reserved = Reserved()
        self.promised: Count[str] = Count()
        """How many tickets had each service as a stop when they were issued."""

        self.waited_at: dict[int | str, datetime] = {}
        """When somebody last left those who wait for a service, a counter or an agent."""
        self.took: defaultdict[str, list[timedelta]] = defaultdict(list)
        """How long each service that ended took."""

        self.gave: list[tuple[int, frozenset[str] | None]] = []
        """What each counter gave, in order; nothing when it closed."""
        self.is_over = self.was_reopened = False
        self.seq = 0

    def seat_of(self, agent: str) -> int | None:
        """Return the counter where the agent sits."""
        return next((number for number, seat in self.seats.items() if seat.agent == agent), None)

    def waiting(self) -> list[Ticket]:
        """Return all who wait, in the order of their due moments."""
        found = [each for each in self.tickets.values() if each.state is TicketState.WAITING]
        return sorted(found, key=lambda t: (t.due_at, t.issued_at, t.serial, t.number))

    def waiting_for(self, service: str) -> list[Ticket]:
        """Return who waits for the service at any counter, due first first."""
        return [each for each in self.waiting() if alone(each) is None and each.service == service]

    def in_reach(self, number: int) -> list[Ticket]:
        """Return whom the counter may call in turn, due first first."""
        seat = self.seats[number]
        names = {number, seat.agent}
        return [
            each
            for each in self.waiting()
            if (each.service in seat.services if alone(each) is None else alone(each) in names)
        ]

    def may_call(self, number: int, ticket: str) -> bool:
        """Return whether the ticket waits where the counter may call it from."""
        return any(each.number == ticket for each in self.in_reach(number))
