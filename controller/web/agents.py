"""The agents' tablets: they get desks and ask for everything that an agent does."""

from functools import partial

from controller.hall.ids import AgentName
from controller.identity import Person
from controller.web.answers import Answers, key
from controller.web.door import Answer
from controller.web.requests import Ask, agents_asks
from controller.web.staff import Entrance, StaffDoor
from controller.web.states import States
from wire.codec import decode, encode


class AgentsDoor(StaffDoor):
    """The namespace `/agents`."""

    def __init__(self, entrance: Entrance, states: States, answers: Answers) -> None:
        super().__init__("agent", entrance)
        self._states, self._to = states, answers.to
        self._answers: dict[str, Answer[Person]] = {
            event: partial(self._carry_out, ask) for event, ask in agents_asks().items()
        }

    def answers(self) -> dict[str, Answer[Person]]:
        """Agents do all the work."""
        return self._answers

    def welcome(self, sid: str, guest: Person) -> None:
        """Send the desk; later ones come to all the tablets of this agent."""
        self.socketio.server.enter_room(sid, guest.name, namespace=self.namespace)
        self.emit("desk", encode(self._states.desk(AgentName(guest.name))), room=sid)

    def _carry_out(self, ask: Ask, guest: Person, sid: str, data: object) -> object:
        del sid
        request = decode(ask.shape, data)
        command = ask.command(request, AgentName(guest.name))
        return self._to(command, key("agent", guest.name, command, request.request))
