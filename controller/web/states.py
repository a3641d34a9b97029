"""The state of each role, whole: the hall's views with what only the web side knows."""

from dataclasses import replace

from controller import views
from controller.hall.events import TicketCalled, TicketRecalled
from controller.hall.ids import AgentName, CounterId
from controller.reception import Fact, Reception
from controller.web.presence import Presence
from wire.messages import Board, Desk, Offer, Overview


class States:
    """Makes the messages that tell each role all it shows."""

    def __init__(self, reception: Reception, presence: Presence) -> None:
        self._reception, self._presence = reception, presence
        self._calls: dict[CounterId, int] = {}

    def note(self, fact: Fact) -> None:
        """Remember which call was each counter's latest."""
        match fact.event:
            case TicketCalled(counter=counter) | TicketRecalled(counter=counter):
                self._calls[counter] = fact.seq

    def board(self) -> Board:
        """Return what the hall's screens show."""
        return self._reception.read(views.board)

    def offer(self) -> Offer:
        """Return what the kiosks may offer."""
        return self._reception.read(views.offer)

    def desk(self, agent: AgentName) -> Desk:
        """Return what an agent's tablet shows."""
        desk = self._reception.read(lambda hall, seq, at: views.desk(hall, seq, at, agent))
        if desk.counter is None or desk.ticket is None:
            return desk
        call = self._calls.get(CounterId(desk.counter))
        return desk if call is None else replace(desk, receipt=self._presence.receipt(call))

    def overview(self) -> Overview:
        """Return what the supervisor's page shows."""
        devices = self._presence.states()
        return self._reception.read(lambda hall, seq, at: views.overview(hall, seq, at, devices))
