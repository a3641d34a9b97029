"""The supervisors' pages: they get overviews, and may close a counter that was left open."""

from controller.hall import commands
from controller.hall.ids import CounterId
from controller.identity import Person
from controller.web.answers import Answers, key
from controller.web.door import Answer
from controller.web.requests import CloseOther
from controller.web.staff import Entrance, StaffDoor
from controller.web.states import States
from wire.codec import decode, encode


class SupervisorsDoor(StaffDoor):
    """The namespace `/supervisors`."""

    def __init__(self, entrance: Entrance, states: States, answers: Answers) -> None:
        super().__init__("supervisor", entrance)
        self._states, self._to = states, answers.to
        self._answers: dict[str, Answer[Person]] = {"close": self._close}

    def answers(self) -> dict[str, Answer[Person]]:
        """Supervisors watch, and close what was left open."""
        return self._answers

    def welcome(self, sid: str, guest: Person) -> None:
        """Send the overview."""
        del guest
        self.emit("overview", encode(self._states.overview()), room=sid)

    def _close(self, guest: Person, sid: str, data: object) -> object:
        del sid
        request = decode(CloseOther, data)
        command = commands.CloseCounter(CounterId(request.counter))
        return self._to(command, key("supervisor", guest.name, command, request.request))
