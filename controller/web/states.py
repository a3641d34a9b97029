"""The state of each role, whole: the hall's views with what only the web side knows."""

from dataclasses import replace
from datetime import datetime

from controller import views
from controller.expectations import Expectations
from controller.hall import Hall
from controller.hall.ids import AgentName, CounterId, ServiceId
from controller.reception import Reception
from controller.web.attendance import Attendance
from controller.web.presence import Presence
from wire.messages import (
    Board,
    Clocks,
    CounterOverview,
    Desk,
    Expected,
    Offer,
    Overview,
    Queues,
    ServiceOverview,
)

Aheads = dict[ServiceId, int]
"""How many are called before who takes a ticket now."""


class States:
    """Makes the messages that tell each role all it shows."""

    def __init__(
        self,
        reception: Reception,
        presence: Presence,
        attendance: Attendance,
        expectations: Expectations,
        pace: float,
    ) -> None:
        self._reception, self._presence, self._pace = reception, presence, pace
        self._attendance, self._expectations = attendance, expectations

    def board(self) -> Board:
        """Return what the hall's screens show."""
        return replace(self._reception.read(views.board), pace=self._pace)

    def offer(self) -> Offer:
        """Return what the kiosks may offer."""
        offer, aheads = self._reception.read(
            lambda hall, at: (views.offer(hall, at), _aheads(hall, at))
        )
        services = tuple(
            replace(each, wait=self._wait(ServiceId(each.service), offer.at, aheads))
            for each in offer.services
        )
        return replace(offer, services=services)

    def queues(self) -> Queues:
        """Return who waits for each service, as the screens tell it between calls."""
        return views.queues(self.offer())

    def desk(self, agent: AgentName) -> Desk:
        """Return what an agent's tablet shows."""
        receipt = self._presence.receipt
        return self._reception.read(lambda hall, at: views.desk(hall, at, agent, receipt))

    def overview(self) -> Overview:
        """Return what the supervisor's page shows."""
        devices = self._presence.states()
        overview, aheads = self._reception.read(
            lambda hall, at: (views.overview(hall, at, devices), _aheads(hall, at))
        )
        services = tuple(self._expecting(each, overview.at, aheads) for each in overview.services)
        total = replace(overview.total, expecting=self._expectations.worth())
        return replace(
            overview,
            services=services,
            total=total,
            counters=self._attended(overview.counters),
            alarms=self._presence.alarms,
            unattended=tuple(sorted(self._attendance.alarms)),
            clocks=self._clocks(),
        )

    def _clocks(self) -> Clocks | None:
        astray = self._reception.astray
        return None if astray is None else Clocks(astray.ours, astray.theirs)

    def _attended(self, counters: tuple[CounterOverview, ...]) -> tuple[CounterOverview, ...]:
        since = self._attendance.unattended
        gone = {each.counter: since.get(CounterId(each.counter)) for each in counters}
        return tuple(replace(each, unattended_since=gone[each.counter]) for each in counters)

    def _expecting(self, of: ServiceOverview, at: datetime, aheads: Aheads) -> ServiceOverview:
        service = ServiceId(of.service)
        worth = self._expectations.worth(service)
        return replace(of, wait=self._wait(service, at, aheads), expecting=worth)

    def _wait(self, service: ServiceId, at: datetime, aheads: Aheads) -> Expected:
        return self._expectations.of_service(service, at, aheads[service])


def _aheads(hall: Hall, at: datetime) -> Aheads:
    """Return how many are called before who takes a ticket now, service by service."""
    return {each.id: hall.ahead_of_next(each, at) for each in hall.services.values()}
