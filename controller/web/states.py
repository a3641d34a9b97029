"""The state of each role, whole: the hall's views with what only the web side knows."""

from dataclasses import replace

from controller import views
from controller.hall.ids import AgentName
from controller.reception import Reception
from controller.web.presence import Presence
from wire.messages import Board, Desk, Offer, Overview


class States:
    """Makes the messages that tell each role all it shows."""

    def __init__(self, reception: Reception, presence: Presence, pace: float) -> None:
        self._reception, self._presence, self._pace = reception, presence, pace

    def board(self) -> Board:
        """Return what the hall's screens show."""
        return replace(self._reception.read(views.board), pace=self._pace)

    def offer(self) -> Offer:
        """Return what the kiosks may offer."""
        return self._reception.read(views.offer)

    def desk(self, agent: AgentName) -> Desk:
        """Return what an agent's tablet shows."""
        receipt = self._presence.receipt
        return self._reception.read(lambda hall, at: views.desk(hall, at, agent, receipt))

    def overview(self) -> Overview:
        """Return what the supervisor's page shows."""
        devices = self._presence.states()
        return self._reception.read(lambda hall, at: views.overview(hall, at, devices))
