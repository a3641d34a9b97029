"""Tells everybody what happened: calls at once, the rest no oftener than people can see."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import replace

import gevent
from flask_socketio import SocketIO
from gevent.event import Event

from controller import views
from controller.hall import Hall
from controller.hall.commands import LetTimePass
from controller.hall.events import AnnouncementEvent, EmergencyEvent, TicketCalled, TicketRecalled
from controller.hall.ids import AgentName, CounterId
from controller.identity import Person
from controller.reception import Fact, Reception
from controller.web.agents import room_of
from controller.web.door import INSIDE, Door
from controller.web.rounds import go_on
from controller.web.states import States
from wire.codec import encode
from wire.messages import Board, Call, Desk, Offer, Queues

PACE = 0.2
"""Seconds between two states of one kind while nobody is called."""

CLOCK_PACE = 5.0
"""Seconds between two looks at what is due by itself."""

PRINTER_PACE = 0.3
"""Seconds between two overviews that a printer's fault hurries on."""

OVERVIEW_PACE = 1.0
"""Seconds between two overviews, which cost more than the other states."""


class Broadcast:
    """A listener of the reception that only queues; its own greenlets send."""

    def __init__(
        self,
        socketio: SocketIO,
        reception: Reception,
        states: States,
        agents: Door[Person],
        supervisors: Door[Person],
        unattended: Callable[[], Iterable[CounterId]] = tuple,
    ) -> None:
        """`unattended` returns the open counters at which nobody can be called now."""
        self._socketio, self._reception, self._states = socketio, reception, states
        self._unattended = unattended
        self._agents, self._supervisors = agents, supervisors
        self._facts: deque[Fact] = deque()
        self._told, self._stale, self._outdated = Event(), Event(), Event()
        self._urgent = Event()
        self._sent: dict[str, Board | Offer | Queues] = {}
        self._desks: dict[AgentName, Desk] = {}

    def __call__(self, fact: Fact) -> None:
        """Take note of a fact; sending it is for later."""
        self._facts.append(fact)
        self._told.set()
        self.touch()

    def touch(self) -> None:
        """Something that the states show has changed: send them again soon."""
        self._stale.set()
        self._outdated.set()

    def hurry(self) -> None:
        """Something has happened that supervisors must see at once."""
        self._urgent.set()

    def start(self, poll_seconds: float) -> None:
        """Start the greenlets; every `poll_seconds`, read what other processes wrote."""
        start = self._socketio.start_background_task
        start(go_on, "calls", self._tell_calls, 0, self._told)
        start(go_on, "states", self._tell_states, PACE, self._stale)
        start(go_on, "overview", self._tell_supervisors, OVERVIEW_PACE, self._outdated)
        start(go_on, "printers", self._tell_supervisors, PRINTER_PACE, self._urgent)
        start(go_on, "catch_up", self.catch_up, poll_seconds)
        start(go_on, "clock", self._let_time_pass, CLOCK_PACE)

    # -- What each greenlet does in its turn --

    def _tell_calls(self) -> None:
        facts = tuple(self._facts)
        calls = [fact for fact in facts if isinstance(fact.event, TicketCalled | TicketRecalled)]
        is_alarm = any(isinstance(fact.event, EmergencyEvent) for fact in facts)
        is_told = any(isinstance(fact.event, AnnouncementEvent) for fact in facts)
        if calls or is_alarm or is_told:
            self._send_board()
        if is_alarm:
            self._send_offer()
        for fact in calls:
            self._send_call(fact)
        self._send_desks_of({counter for fact in facts if (counter := _counter(fact))})
        # Only now: what could not be sent is sent in the next turn. New facts stand behind.
        for _ in facts:
            self._facts.popleft()

    def _tell_states(self) -> None:
        self._send_board()
        self._send_offer()
        for agent in {AgentName(person.name) for person in self._agents.guests.values()}:
            self._send_desk(agent)
            gevent.sleep(0)  # a call need not wait for a hundred desks

    def _tell_supervisors(self) -> None:
        if self._supervisors.guests:
            self._emit("overview", self._states.overview(), "/supervisors")

    def catch_up(self) -> None:
        """Read what other processes wrote, and send it soon; raises `JournalError`."""
        if self._reception.catch_up():
            self.touch()

    def _let_time_pass(self) -> None:
        try:
            self._reception.execute(LetTimePass(frozenset(self._unattended())))
        finally:
            self.touch()  # opening hours are seen too, and a wrong clock: no fact tells of them

    # -- Sending --

    def _send_board(self) -> None:
        self._send_new("board", self._states.board(), "/screens")

    def _send_offer(self) -> None:
        offer = self._states.offer()
        self._send_new("offer", offer, "/kiosks")
        self._send_new("queues", views.queues(offer), "/screens")

    def _send_new(self, event: str, state: Board | Offer | Queues, namespace: str) -> None:
        before = self._sent.get(event)
        if before is not None and replace(before, at=state.at) == state:
            return
        self._sent[event] = state
        self._emit(event, state, namespace)

    def _send_call(self, fact: Fact) -> None:
        call = self._reception.read(lambda hall, _: _call(hall, fact))
        if call is not None:
            self._emit("call", call, "/screens")

    def _send_desks_of(self, counters: set[CounterId]) -> None:
        agents = self._reception.read(
            lambda hall, _: [c.agent for c in hall.counters.values() if c.id in counters]
        )
        for agent in agents:
            if agent is not None:
                self._send_desk(agent)

    def _send_desk(self, agent: AgentName) -> None:
        desk = self._states.desk(agent)
        before = self._desks.get(agent)
        if before is not None and replace(before, at=desk.at) == desk:
            return
        self._desks[agent] = desk
        self._emit("desk", desk, "/agents", to=room_of(agent))

    def _emit(self, event: str, message: object, namespace: str, to: str = INSIDE) -> None:
        self._socketio.emit(event, encode(message), namespace=namespace, to=to)


def _counter(fact: Fact) -> CounterId | None:
    counter: CounterId | None = getattr(fact.event, "counter", None)
    return counter


def _call(hall: Hall, fact: Fact) -> Call | None:
    """Return the call, unless a later one or another day has overtaken it."""
    event = fact.event
    assert isinstance(event, TicketCalled | TicketRecalled)
    ticket = hall.tickets.get(event.ticket)
    if ticket is None or ticket.call_seq != fact.seq:
        return None
    return Call(fact.seq, event.ticket, event.counter, ticket.calls, ticket.language)
