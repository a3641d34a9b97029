"""Visitors who go through all of the kiosk's screens and measure each of them."""

from collections.abc import Iterator

from nouba.auditing.measured import Measured
from nouba.shots.arrival_tour import ArrivalTour
from nouba.shots.finding_tour import FindingTour
from wire.messages import LANGUAGES, Language


class FindingWalk(Measured, FindingTour):
    """A visitor who looks for a procedure, ticks documents and takes the list home."""


class AuditWalk(Measured, ArrivalTour):
    """A visitor who comes for a ticket, and one who has an appointment."""

    def take(self, service: str) -> Iterator[tuple[Language, str]]:
        """Take a ticket for the service in each language, and measure every leaf on the way."""
        office = self._pack.service(service).office
        for language in LANGUAGES:
            self._step("start", "languages")
            self._step(f"language:{language}", "offices")
            self._turn_all()
            self._turn_back(f"office:{office}")
            self._step(f"office:{office}", "services")
            self._turn_all()
            self._turn_back(f"service:{service}")
            self._step(f"service:{service}", "sheet")
            self._turn_all()
            yield language, self._number()

    def _number(self) -> str:
        """Ask for the ticket, measure what tells its number, and leave."""
        self._step("take", "priority")
        self._touch("priority:normal")
        taken = self._when("a number", lambda shown: shown.ticket is not None)
        self._keep(taken)
        self._touch("home")
        return str(taken.ticket)

    def _step(self, target: str, screen: str) -> None:
        """Touch a target, and measure the screen that it leads to."""
        self._touch(target)
        self._keep(self._when(screen, lambda shown: shown.screen == screen))

    def _turn_all(self) -> None:
        """Measure each of the leaves that follow."""
        shown = self._kiosk.look()
        while shown is not None and "more" in shown.targets:
            self._touch("more")
            shown = self._kiosk.look()
            if shown is not None:
                self._keep(shown)

    def _turn_back(self, target: str) -> None:
        """Turn back to the leaf that offers a target."""
        shown = self._kiosk.look()
        while shown is not None and target not in shown.targets and "less" in shown.targets:
            self._touch("less")
            shown = self._kiosk.look()
