"""The supervisors' pages: they get overviews, and step in where agents cannot."""

from functools import partial

from controller.identity import Person
from controller.web.answers import Answers
from controller.web.asks import supervisors_asks
from controller.web.door import Answer
from controller.web.staff import Entrance, StaffDoor
from controller.web.states import States
from wire.codec import encode


class SupervisorsDoor(StaffDoor):
    """The namespace `/supervisors`."""

    def __init__(self, entrance: Entrance, states: States, answers: Answers) -> None:
        super().__init__("supervisor", entrance)
        self._states = states
        self._answers: dict[str, Answer[Person]] = {
            event: partial(ask.carry_out, answers) for event, ask in supervisors_asks().items()
        }

    def answers(self) -> dict[str, Answer[Person]]:
        """Supervisors watch, and step in."""
        return self._answers

    def welcome(self, sid: str, guest: Person) -> None:
        """Send the overview."""
        del guest
        self.emit("overview", encode(self._states.overview()), room=sid)
