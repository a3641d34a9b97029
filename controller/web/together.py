"""Keeps a hall's controllers in step: facts at once, devices within a second.

Each controller tells its own screens and tablets, of what it reads in the journal: a process
that is killed between the commit and the telling leaves nobody untold.
"""

from collections.abc import Callable
from dataclasses import dataclass

from flask_socketio import SocketIO
from gevent.event import Event
from pydantic import TypeAdapter

from controller.hall.ids import AgentName
from controller.neighbours import Neighbours, NeighboursAway
from controller.reception import Fact
from controller.web.attendance import Attendance
from controller.web.presence import Link, Presence
from controller.web.rounds import go_on

PACE = 1.0
"""Seconds between two notes of who is connected here, when nothing is new."""

DEVICE_PACE = 0.05
"""Seconds between two nudges about devices: a screen acknowledges twice at each call."""

FACT, DEVICE = "fact", "device"


@dataclass(frozen=True, slots=True)
class Note:
    """Who is connected to one controller."""

    links: tuple[Link, ...]
    agents: tuple[str, ...] = ()


NOTE = TypeAdapter(Note)


class Together:
    """What one controller tells its neighbours, and hears of them."""

    def __init__(
        self,
        neighbours: Neighbours,
        presence: Presence,
        attendance: Attendance,
        catch_up: Callable[[], None],
    ) -> None:
        """`catch_up` reads on in the journal, and has whatever is new there sent."""
        self._neighbours, self._catch_up = neighbours, catch_up
        self._presence, self._attendance = presence, attendance
        self._new_fact, self._new_device = Event(), Event()
        self._known = self._heard = 0
        """The seq of the last fact that is known here, and of the last that a neighbour told."""

    def __call__(self, fact: Fact) -> None:
        """Take note of a fact; telling it is for later."""
        self._known = fact.seq
        self._new_fact.set()

    def start(self, socketio: SocketIO) -> None:
        """Start the greenlets."""
        self._presence.listen(self._new_device.set)
        tasks = (
            ("tell facts", self._tell_facts, 0.0, self._new_fact),
            ("tell devices", self._tell_devices, DEVICE_PACE, self._new_device),
            ("be remembered", self.swap_notes, PACE, None),
            ("hear", self._hear, 0.0, None),
        )
        for name, task, pace, cue in tasks:
            socketio.start_background_task(go_on, name, task, pace, cue)

    def swap_notes(self) -> None:
        """Tell the neighbours who is connected here, and hear who is there.

        Raises `NeighboursAway`; then nobody knows who is.
        """
        try:
            here = Note(self._presence.links, tuple(sorted(self._attendance.here)))
            self._neighbours.leave(NOTE.dump_json(here).decode())
            notes = tuple(map(NOTE.validate_json, self._neighbours.notes()))
        except NeighboursAway:
            self._presence.heard(())
            self._attendance.heard(None)
            raise
        self._presence.heard(tuple(link for note in notes for link in note.links))
        self._attendance.heard(frozenset(AgentName(each) for n in notes for each in n.agents))

    def _tell_facts(self) -> None:
        if self._known != self._heard:
            self._neighbours.nudge(f"{FACT} {self._known}")

    def _tell_devices(self) -> None:
        self.swap_notes()
        self._neighbours.nudge(DEVICE)

    def _hear(self) -> None:
        for nudge in self._neighbours.nudges():
            match nudge.split():
                case [topic, seq] if topic == FACT:
                    self._heard = int(seq)
                    self._catch_up()
                case _:
                    self.swap_notes()
