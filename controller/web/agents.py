"""The agents' tablets: they get desks and ask for everything that an agent does."""

from functools import partial

from controller.hall.ids import AgentName, CounterId
from controller.identity import Person
from controller.reception import Reception
from controller.web.answers import Answers, key
from controller.web.door import Answer
from controller.web.requests import Ask, Request, agents_asks
from controller.web.staff import Entrance, StaffDoor
from controller.web.states import States
from wire.codec import decode, encode
from wire.messages import Refusal

NOT_OPEN = Refusal("counter_not_open")
NO_COUNTER = CounterId(0)
"""Where an agent sits who has no counter. The hall knows none of this number, but the
reception still finds the answer to a request that was carried out before."""


class AgentsDoor(StaffDoor):
    """The namespace `/agents`."""

    def __init__(
        self, entrance: Entrance, reception: Reception, states: States, answers: Answers
    ) -> None:
        super().__init__("agent", entrance)
        self._reception, self._states, self._to = reception, states, answers.to
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
        request, agent = decode(ask.shape, data), AgentName(guest.name)
        answer = self._ask(ask, request, agent)
        # The agent may have sat down through another process, of which this one knows now.
        if answer == NOT_OPEN and self._counter(agent) != NO_COUNTER:
            return self._ask(ask, request, agent)
        return answer

    def _ask(self, ask: Ask, request: Request, agent: AgentName) -> object:
        command = ask.command(request, agent, self._counter(agent))
        answer = self._to(command, key("agent", agent, command, request.request))
        is_lost = answer == Refusal("unknown_counter") and not hasattr(request, "counter")
        return NOT_OPEN if is_lost else answer

    def _counter(self, agent: AgentName) -> CounterId:
        return self._reception.read(
            lambda hall, _: next(
                (c.id for c in hall.counters.values() if c.agent == agent), NO_COUNTER
            )
        )
