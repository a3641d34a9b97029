"""The agents' tablets: they get desks and ask for everything that an agent does."""

from collections.abc import Callable
from functools import partial

from controller.hall.ids import AgentName
from controller.identity import Person
from controller.web.answers import Answers
from controller.web.asks import agents_asks
from controller.web.attendance import Attendance
from controller.web.door import Answer
from controller.web.issuing import Asker, Issuing
from controller.web.staff import Entrance, StaffDoor
from controller.web.states import States
from wire.codec import encode


class AgentsDoor(StaffDoor):
    """The namespace `/agents`."""

    def __init__(
        self,
        entrance: Entrance,
        states: States,
        answers: Answers,
        issuing: Issuing,
        attendance: Attendance,
    ) -> None:
        super().__init__("agent", entrance)
        self._states, self._attendance = states, attendance
        self._welcomed: set[str] = set()
        self._answers: dict[str, Answer[Person]] = {
            "take_ticket": _as_agent(issuing.take_ticket),
            "check_in": _as_agent(issuing.check_in),
        } | {event: partial(ask.carry_out, answers) for event, ask in agents_asks().items()}

    def answers(self) -> dict[str, Answer[Person]]:
        """Agents do all the work, and give tickets to who cannot use a kiosk."""
        return self._answers

    def welcome(self, sid: str, guest: Person) -> None:
        """Send the desk; later ones come to all the tablets of this agent."""
        self._attendance.came(AgentName(guest.name))
        self._welcomed.add(sid)
        self.socketio.server.enter_room(sid, room_of(guest.name), namespace=self.namespace)
        self.emit("desk", encode(self._states.desk(AgentName(guest.name))), room=sid)

    def leave(self, sid: str, guest: Person) -> None:
        """Note that one of the agent's tablets is gone."""
        if sid in self._welcomed:
            self._welcomed.discard(sid)
            self._attendance.went(AgentName(guest.name))


def room_of(agent: str) -> str:
    """Return the room of all the tablets of one agent; no agent's name makes it `INSIDE`."""
    return f"agent {agent}"


def _as_agent(answer: Callable[[Asker, object], object]) -> Answer[Person]:
    return lambda guest, _sid, data: answer(Asker("agent", guest.name), data)
