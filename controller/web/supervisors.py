"""The supervisors' pages: they get overviews, and free counters that agents have left."""

from functools import partial

from controller.hall.commands import CloseCounter, ReleaseCounter
from controller.hall.ids import CounterId
from controller.identity import Person
from controller.web.answers import Answers, key
from controller.web.door import Answer
from controller.web.requests import AtCounter
from controller.web.staff import Entrance, StaffDoor
from controller.web.states import States
from wire.codec import decode, encode


class SupervisorsDoor(StaffDoor):
    """The namespace `/supervisors`."""

    def __init__(self, entrance: Entrance, states: States, answers: Answers) -> None:
        super().__init__("supervisor", entrance)
        self._states, self._to = states, answers.to
        self._answers: dict[str, Answer[Person]] = {
            "close": partial(self._carry_out, CloseCounter),
            "release": partial(self._carry_out, ReleaseCounter),
        }

    def answers(self) -> dict[str, Answer[Person]]:
        """Supervisors watch, and close what was left open."""
        return self._answers

    def welcome(self, sid: str, guest: Person) -> None:
        """Send the overview."""
        del guest
        self.emit("overview", encode(self._states.overview()), room=sid)

    def _carry_out(
        self, command: type[CloseCounter | ReleaseCounter], guest: Person, sid: str, data: object
    ) -> object:
        del sid
        request = decode(AtCounter, data)
        wish = command(CounterId(request.counter))
        return self._to(wish, key("supervisor", guest.name, wish, request.request))
