"""One simulated day: visitors and agents act on a real hall."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from heapq import heappop, heappush
from itertools import count
from math import log
from random import Random

from controller.hall import Hall
from controller.hall.commands import (
    CallNext,
    Command,
    FinishService,
    IssueTicket,
    LeaveCounter,
    LetTimePass,
    MarkNoShow,
    OpenCounter,
    StartService,
)
from controller.hall.events import Event, TicketCalled, TicketIssued
from controller.hall.ids import AgentName, CounterId, TicketNumber
from controller.hall.refusals import NobodyWaiting, Refused
from controller.simulation.arrivals import arrivals, declared
from controller.simulation.assumptions import Assumptions
from controller.simulation.turnout import Turnout, Visit

Act = Callable[[datetime], None]
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Shift:
    """When a counter has an agent."""

    counter: CounterId
    start: datetime
    end: datetime


class SimulatedDay:
    """Leads a hall through one day; its agents call as soon as somebody waits.

    Whoever has a ticket is called: those whose shifts end last, at closing, go on until nobody
    waits for them any more.
    """

    def __init__(self, hall: Hall, assumed: Assumptions, chance: Random) -> None:
        self._hall, self._assumed, self._chance = hall, assumed, chance
        self._agenda: list[tuple[datetime, int, Act]] = []
        self._order = count()
        self._idle: dict[AgentName, None] = {}
        self._ends: dict[AgentName, datetime] = {}
        self._closes: datetime | None = None
        self._visits: dict[TicketNumber, Visit] = {}
        self._turned_away: list[IssueTicket] = []

    def run(self, opens_at: datetime, shifts: Iterable[Shift]) -> Turnout:
        """Return who came on this day."""
        for shift in shifts:
            self._plan_shift(shift)
        self._closes = max(self._ends.values(), default=None)
        for at, service in arrivals(self._assumed, opens_at, self._chance):
            wish = IssueTicket(service, priority=declared(self._assumed, self._chance))
            self._plan(at, partial(self._arrive, wish))
        if self._hall.rules.automation:
            self._plan(opens_at, self._watch)
        while self._agenda:
            at, _, act = heappop(self._agenda)
            act(at)
        return Turnout(tuple(self._visits.values()), tuple(self._turned_away))

    def _plan(self, at: datetime, act: Act) -> None:
        heappush(self._agenda, (at, next(self._order), act))

    def _do(self, command: Command, at: datetime) -> tuple[Event, ...]:
        events = self._hall.decide(command, at)
        for event in events:
            self._hall.apply(event)
        return events

    # -- Agents --

    def _plan_shift(self, shift: Shift) -> None:
        agent = AgentName(f"agent {shift.counter} {shift.start:%H%M}")
        self._ends[agent] = shift.end
        self._plan(shift.start, lambda at: self._sit_down(agent, shift.counter, at))
        self._plan(shift.end, lambda at: self._rest(agent, at) if agent in self._idle else None)

    def _sit_down(self, agent: AgentName, counter: CounterId, at: datetime) -> None:
        if self._hall.counters[counter].is_open:  # the one before still serves somebody
            self._plan(at + MINUTE, lambda now: self._sit_down(agent, counter, now))
            return
        self._do(OpenCounter(counter, agent), at)
        self._rest(agent, at)

    def _rest(self, agent: AgentName, at: datetime) -> None:
        """Call the next visitor, or wait for one; go when the shift is over."""
        self._idle.pop(agent, None)
        is_over, is_evening = at >= self._ends[agent], self._ends[agent] == self._closes
        if (is_evening or not is_over) and self._has_called(agent, at):
            return
        if not is_over:
            self._idle[agent] = None
            return
        self._do(LeaveCounter(agent), at)
        del self._ends[agent]

    def _has_called(self, agent: AgentName, at: datetime) -> bool:
        try:
            [called] = self._do(CallNext(agent), at)
        except NobodyWaiting:
            return False
        assert isinstance(called, TicketCalled)
        visit = self._visits[called.ticket]
        visit.called_at = visit.called_at or at
        if self._chance.random() < self._assumed.no_show:
            gone = at + timedelta(seconds=self._assumed.patience)
            self._plan(gone, lambda now: self._let_go(visit, MarkNoShow(agent), now))
        else:
            come = at + timedelta(seconds=self._assumed.walk)
            self._plan(come, lambda now: self._serve(agent, visit, now))
        return True

    def _serve(self, agent: AgentName, visit: Visit, at: datetime) -> None:
        self._do(StartService(agent), at)
        median = self._assumed.work[visit.service].median * 60
        visit.served = self._chance.lognormvariate(log(median), self._assumed.sigma)
        done = at + timedelta(seconds=visit.served)
        self._plan(done, lambda now: self._let_go(visit, FinishService(agent), now))

    def _let_go(self, visit: Visit, command: MarkNoShow | FinishService, at: datetime) -> None:
        self._do(command, at)
        visit.left_at = at
        self._rest(command.agent, at)

    def _wake(self, at: datetime) -> None:
        """Let each agent who has nobody try again."""
        for agent in tuple(self._idle):
            if self._has_called(agent, at):
                del self._idle[agent]

    # -- Visitors --

    def _arrive(self, wish: IssueTicket, at: datetime) -> None:
        try:
            [issued] = self._do(wish, at)
        except Refused:  # such as a quota that is reached
            self._turned_away.append(wish)
            return
        assert isinstance(issued, TicketIssued)
        assert issued.promised_at is not None
        visit = Visit(wish.service, at, issued.promised_at, priority=wish.priority)
        self._visits[issued.ticket] = visit
        self._wake(at)

    # -- The hall's own rules --

    def _watch(self, at: datetime) -> None:
        """Let `[[rules]]` look at the hall, each minute until the last agent has gone."""
        self._do(LetTimePass(), at)
        self._wake(at)
        if self._ends:
            self._plan(at + MINUTE, self._watch)
