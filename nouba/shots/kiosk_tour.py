"""Go through all of the kiosk's screens, in each language, and take their pictures."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import cycle
from pathlib import Path

from kiosk.touch_map import TouchMap
from media.pack import Pack
from nouba.play.kiosk_visitor import CHANGE, LOOK, GaveUpError, Kiosk, take_ticket
from nouba.play.pictures import SETTLE
from nouba.play.visitor import Visitor
from nouba.screen import Screen
from nouba.shots.switch import Stillness
from wire.messages import LANGUAGES, EmergencyKind, Language

PATIENCE = 30.0
"""Seconds in which a screen must come."""


Order = Callable[[str], None]
"""Gives the virtual printer an order."""


class KioskTour:
    """A visitor who comes only for the pictures."""

    device = "kiosk"
    """What the pictures' names begin with."""

    def __init__(self, kiosk: Kiosk, screen: Screen, pack: Pack, folder: Path) -> None:
        self._kiosk, self._screen, self._pack, self.folder = kiosk, screen, pack, folder

    def take(self, service: str) -> Iterator[tuple[Language, str]]:
        """Take a ticket for the service in each language; yield the language and the number."""
        for language in LANGUAGES:
            visitor = Visitor(0, service, language)
            yield language, take_ticket(self._kiosk, visitor, self._pack, self._keep)

    def bring(self, services: Iterable[str]) -> None:
        """Let a visitor take a ticket for each service, without a picture."""
        for service, language in zip(services, cycle(LANGUAGES), strict=False):
            take_ticket(self._kiosk, Visitor(0, service, language), self._pack, lambda _: None)

    def wait_for(self, screen: str) -> None:
        """Wait for a screen that comes by itself, and take its picture."""
        self._keep(self._when(screen, lambda shown: shown.screen == screen))

    def _keep_as(self, screen: str, scene: str) -> None:
        """Wait for a screen, and let its picture bear another name."""
        self._keep(self._when(screen, lambda shown: shown.screen == screen), scene)

    def be_told(self, kind: EmergencyKind) -> None:
        """Wait until the kiosk tells everybody what to do."""
        self._keep_as("emergency", f"emergency_{kind}")

    def ask_whether_there(self) -> None:
        """Stand there in each language until the kiosk asks whether somebody is there."""
        for language in LANGUAGES:
            self._touch("start")
            self._touch(f"language:{language}")
            self.wait_for("still_there")
            self._touch("stay")
            self._touch("home")

    def be_refused(self, service: str, still: Stillness) -> None:
        """Ask for a ticket in each language while the controller stands still."""
        for language in LANGUAGES:
            self._ask(language, service)
            still.begin()
            self._wish()
            self.wait_for("taking")
            self.wait_for("not_taken")
            still.end()
            self._touch("home")

    def print_again(self, services: Mapping[Language, str], order: Order) -> None:
        """Take a ticket in each language while the paper is out, and print it once it is not."""
        for language, service in services.items():
            order("paper out")
            self._ask(language, service)
            self._wish()
            self._keep(self._told(is_printed=False), "ticket_not_printed")
            order("paper ok")
            offered = self._when("a copy", lambda shown: "print" in shown.targets)
            self._keep(offered, "ticket_offered_again")
            self._touch("print")
            self._keep(self._told(is_printed=True), "ticket_printed")
            self._touch("home")

    def _ask(self, language: Language, service: str) -> None:
        """Go to the sheet on which the service's ticket can be taken."""
        self._touch("start")
        self._touch(f"language:{language}")
        self._ask_further(service)

    def _ask_further(self, service: str) -> None:
        """Go from the offices to the leaf of the sheet from which there is a way on."""
        self._touch(f"office:{self._pack.service(service).office}")
        self._find(f"service:{service}")
        self._touch(f"service:{service}")
        self._find("take")

    def _wish(self) -> None:
        """Ask for the ticket, without a priority: this hall's rules have classes."""
        self._touch("take")
        self._touch("priority:normal")

    def _told(self, *, is_printed: bool) -> TouchMap:
        """Wait until the screen tells that the paper came out, or that it did not.

        Changes are not counted: where the printer is quick, that it prints is never shown.
        """
        wanted = "paper" if is_printed else "no paper"
        return self._when(wanted, lambda shown: shown.is_printed is is_printed)

    def _when(self, what: str, is_there: Callable[[TouchMap], bool]) -> TouchMap:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            shown = self._kiosk.look()
            if shown is not None and is_there(shown):
                return shown
            time.sleep(LOOK)
        raise GaveUpError(f"the kiosk did not show {what}")

    def _find(self, target: str) -> None:
        """Turn the leaves until one offers the target."""
        shown = self._kiosk.look()
        while shown is not None and target not in shown.targets and "more" in shown.targets:
            self._touch("more")
            shown = self._kiosk.look()

    def _touch(self, target: str) -> None:
        deadline = time.monotonic() + PATIENCE
        shown = self._kiosk.look()
        while shown is None or target not in shown.targets:
            if time.monotonic() > deadline:
                where = shown.screen if shown else "no screen"
                raise GaveUpError(f"the kiosk does not offer {target} on {where}")
            shown = self._kiosk.wait_for_change(shown.turn if shown else -1, 0.5)
        self._kiosk.touch(shown.targets[target])
        self._kiosk.wait_for_change(shown.turn, CHANGE)

    def _keep(self, shown: TouchMap, scene: str | None = None) -> None:
        time.sleep(SETTLE)
        name = f"{self.device}-{scene or shown.screen}-{shown.language or 'all'}.png"
        self._screen.picture().save(self.folder / name)
