"""Play a morning in a running hall, and hold what was seen against the journal."""

import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from threading import Event

from media.pack import Pack
from nouba.chromium import NoBrowserError, find_browser
from nouba.demo.hall import HallError, RunningHall
from nouba.demo.staff import AGENTS, Member
from nouba.play.agent import Duty
from nouba.play.attendance import Attendance, attendance
from nouba.play.crowd import Crowd
from nouba.play.hall_time import HallTime
from nouba.play.kiosk_visitor import Kiosk, take_ticket
from nouba.play.outage import Killer, Outage, Standing
from nouba.play.pictures import CALL, Album
from nouba.play.socket_agent import SocketAgent
from nouba.play.tablet_agent import TabletAgent
from nouba.play.visitor import Visitor, morning
from nouba.play.witness import AgentWitness
from nouba.screen import Screen

SEED = 20260302

SETTING_UP = 90.0
"""Seconds in which windows and tablet must be there."""

GOING_HOME = 180.0
"""Seconds from the last visitor's ticket to the last agent's end of work."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a morning goes."""

    visitors: int
    kills: int
    """How often the controller is killed without warning."""

    kill_pause: float
    """Mean seconds from a recovery to the next kill."""


@dataclass(frozen=True, slots=True)
class Played:
    """What was seen in the morning."""

    agents: tuple[AgentWitness, ...]
    tickets: tuple[str, ...]
    outages: tuple[Outage, ...]


class Morning:
    """A morning in a hall that runs, on screens in memory."""

    def __init__(
        self,
        hall: RunningHall,
        pack: Pack,
        hall_time: HallTime,
        screens: tuple[Screen, Screen],
        tell: Callable[[str], None],
    ) -> None:
        """Take the screens of the kiosk and of the display; `tell` says how things stand."""
        self._hall, self._pack, self._time, self._tell = hall, pack, hall_time, tell
        self._kiosk = Kiosk(hall.place.touch_map, screens[0])
        self._album = Album(hall.place.pictures, *screens)
        self._crowd = Crowd()
        self._agents: list[SocketAgent | TabletAgent] = []
        self._called = Event()

    def play(self, plan: Plan) -> Played:
        """Play it to the end; raises `HallError` when something breaks or stands still."""
        with ExitStack() as stack:
            self._await(Attendance(1, 1), "the kiosk and the hall screen do not connect")
            self._wait(self._album.is_display_drawn, SETTING_UP, "the hall screen stays dark")
            self._album.display("idle")
            self._begin_work(stack)
            self._await(self._expected(), "the agents do not connect")
            killer = self._killer(plan)
            stack.callback(killer.stop)
            self._receive(plan, killer)
            self._crowd.nobody_comes_any_more()
            self._wait(lambda: not any(each.is_at_work for each in self._agents), GOING_HOME,
                       "the agents do not get to the end of the queue")  # fmt: skip
            self._album.display("end")
            self._check()
            seen = tuple(each.mind.witness for each in self._agents)
            return Played(seen, self._crowd.tickets, tuple(killer.outages))

    # -- Agents --

    def _begin_work(self, stack: ExitStack) -> None:
        for member in AGENTS:
            agent = self._agent(member, is_first=not self._agents)
            stack.callback(agent.stop)
            self._agents.append(agent)

    def _agent(self, member: Member, *, is_first: bool) -> SocketAgent | TabletAgent:
        duty = self._duty(member)
        if is_first and self._has_browser():
            return self._tablet(duty)
        agent = SocketAgent(duty)
        agent.start()
        return agent

    def _tablet(self, duty: Duty) -> TabletAgent:
        is_ready = Event()
        tablet = TabletAgent(duty, self._hall.place.pictures, is_ready.set)
        tablet.start()
        self._wait(is_ready.is_set, SETTING_UP, "the tablet's page does not open")
        return tablet

    def _has_browser(self) -> bool:
        try:
            find_browser()
        except NoBrowserError as error:
            self._tell(f"{error}. No tablet page and no supervisor's page are played.")
            return False
        return True

    def _duty(self, member: Member) -> Duty:
        counters = {counter.number: counter.services for counter in self._pack.hall.counters}
        elsewhere = tuple(
            counters[other.counter][0]
            for other in AGENTS
            if other.counter is not None and other is not member
        )
        return Duty(
            member, self._hall.place.address, self._crowd, self._time, elsewhere, self._on_call
        )

    def _on_call(self, ticket: str) -> None:
        del ticket
        self._called.set()

    # -- Visitors --

    def _receive(self, plan: Plan, killer: Killer) -> None:
        visitors = morning(plan.visitors, self._services(), SEED)
        killer.start()
        for visitor in visitors:
            self._let_in(visitor)
        while not killer.is_done:
            self._let_in(visitors[len(self._crowd.tickets) % len(visitors)])
        if killer.problem is not None:
            self._tell(f"The controller is killed no more: {killer.problem!r}")

    def _services(self) -> Sequence[str]:
        attended = {member.counter for member in AGENTS}
        counters = (each for each in self._pack.hall.counters if each.number in attended)
        return sorted({service for counter in counters for service in counter.services})

    def _let_in(self, visitor: Visitor) -> None:
        until = time.monotonic() + self._time.real_wait(visitor.arrives)
        self._watch(0)  # a morning that is behind takes its pictures too
        while (left := until - time.monotonic()) > 0:
            self._watch(min(left, CALL))
        self._check()
        ticket = take_ticket(self._kiosk, visitor, self._pack, self._album.kiosk)
        self._crowd.came(ticket)
        self._tell(f"{self._time.now():%H:%M}  {ticket}  {visitor.service} ({visitor.language})")

    def _watch(self, seconds: float) -> None:
        """Let time pass, and take the hall screen's picture while it shows a call."""
        moment = f"calling-{len(self._crowd.tickets) // 4}"
        if self._called.is_set() and not self._album.has(moment):
            self._called.clear()
            time.sleep(CALL)
            self._album.display(moment)
        time.sleep(seconds)

    # -- What may go wrong --

    def _killer(self, plan: Plan) -> Killer:
        def look() -> Standing:
            here = attendance(self._hall.place.address)
            if here is None:
                return Standing.AWAY
            is_whole = here.has_all_of(self._expected())
            return Standing.WHOLE if is_whole else Standing.ANSWERING

        def kill() -> bool:
            return self._hall.keeper.kill("controller")

        return Killer(plan.kills, plan.kill_pause, kill, look, self._time.now)

    def _expected(self) -> Attendance:
        """Return who must be connected now; the supervisor's page is open beside a tablet's."""
        at_work = [agent for agent in self._agents if agent.is_at_work]
        pages = sum(isinstance(agent, TabletAgent) for agent in at_work)
        return Attendance(screens=1, kiosks=1, agents=len(at_work), supervisors=pages)

    def _await(self, wished: Attendance, otherwise: str) -> None:
        def is_here() -> bool:
            here = attendance(self._hall.place.address)
            return here is not None and here.has_all_of(wished)

        self._wait(is_here, SETTING_UP, otherwise)

    def _wait(self, is_there: Callable[[], bool], seconds: float, otherwise: str) -> None:
        deadline = time.monotonic() + seconds
        while not is_there():
            self._check()
            if time.monotonic() > deadline:
                raise HallError(f"{otherwise}: see {self._hall.place.log}")
            time.sleep(0.1)

    def _check(self) -> None:
        """Raise `HallError` when a program or an agent has broken down."""
        self._hall.check()
        for agent in self._agents:
            if agent.problem is not None:
                name = agent.mind.witness.name
                raise HallError(f"{name} cannot work: {agent.problem}") from agent.problem
