"""The state of each role, whole: the hall's views with what only the web side knows."""

from dataclasses import replace
from datetime import datetime

from controller import views
from controller.expectations import Expectations
from controller.hall.ids import AgentName, ServiceId
from controller.reception import Reception
from controller.web.presence import Presence
from wire.messages import Board, Desk, Offer, Overview, ServiceOverview


class States:
    """Makes the messages that tell each role all it shows."""

    def __init__(
        self, reception: Reception, presence: Presence, expectations: Expectations, pace: float
    ) -> None:
        self._reception, self._presence, self._pace = reception, presence, pace
        self._expectations = expectations

    def board(self) -> Board:
        """Return what the hall's screens show."""
        return replace(self._reception.read(views.board), pace=self._pace)

    def offer(self) -> Offer:
        """Return what the kiosks may offer."""
        offer = self._reception.read(views.offer)
        services = tuple(
            replace(each, wait=self._expectations.of_service(ServiceId(each.service), offer.at))
            for each in offer.services
        )
        return replace(offer, services=services)

    def desk(self, agent: AgentName) -> Desk:
        """Return what an agent's tablet shows."""
        receipt = self._presence.receipt
        return self._reception.read(lambda hall, at: views.desk(hall, at, agent, receipt))

    def overview(self) -> Overview:
        """Return what the supervisor's page shows."""
        devices = self._presence.states()
        overview = self._reception.read(lambda hall, at: views.overview(hall, at, devices))
        services = tuple(self._expecting(each, overview.at) for each in overview.services)
        total = replace(overview.total, expecting=self._expectations.worth())
        return replace(overview, services=services, total=total)

    def _expecting(self, of: ServiceOverview, at: datetime) -> ServiceOverview:
        service = ServiceId(of.service)
        wait, worth = self._expectations.of_service(service, at), self._expectations.worth(service)
        return replace(of, wait=wait, expecting=worth)
