"""A visitor who goes through all of the kiosk's screens and measures each of them."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from kiosk.aids import Aid
from kiosk.inspection import Inspection
from kiosk.touch_map import TouchMap
from media.look.screen import Screen as Geometry
from media.pack import Pack
from nouba.auditing.measures import Finding, findings
from nouba.play.kiosk_visitor import LOOK, GaveUpError, Kiosk
from nouba.play.pictures import SETTLE
from nouba.screen import Screen
from nouba.shots.arrival_tour import ArrivalTour
from wire.codec import BadMessage, decode
from wire.messages import LANGUAGES, Language

PATIENCE = 10.0
"""Seconds in which the kiosk must have written down what it shows."""


@dataclass(frozen=True, slots=True)
class Audited:
    """One screen in one language, and what is wrong with it."""

    screen: str
    language: Language | None
    aids: tuple[str, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Gauge:
    """What a walk measures with."""

    geometry: Geometry
    """The glass, in pixels and in millimetres."""

    inspection: Path
    """Where the kiosk writes down what it shows."""

    tell: Callable[[Audited], None]


class AuditWalk(ArrivalTour):
    """A tour that measures where others take pictures; of what is wrong it keeps the picture."""

    def __init__(
        self, kiosk: Kiosk, screen: Screen, pack: Pack, folder: Path, gauge: Gauge
    ) -> None:
        super().__init__(kiosk, screen, pack, folder)
        self._gauge = gauge
        self._aids: tuple[str, ...] = ()

    def begin_with(self, aids: tuple[str, ...]) -> None:
        """Let each visitor ask for these aids at once from now on, as in `("low",)`."""
        self._aids = aids

    def stand_before(self, screen: str) -> None:
        """Measure a screen that comes by itself, with each of its aids after the other."""
        self.begin_with(())
        self.wait_for(screen)
        for aid in filter(self.is_offered, Aid):
            self.begin_with((aid,))
            super()._touch(f"aid:{aid}")
            self.wait_for(screen)
            super()._touch(f"aid:{aid}")

    def is_offered(self, aid: str) -> bool:
        """Tell whether the kiosk offers this aid: a low screen needs not be lowered."""
        shown = self._kiosk.look()
        return shown is not None and f"aid:{aid}" in shown.targets

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

    def _touch(self, target: str) -> None:
        if target != "start":
            super()._touch(target)
            return
        for first in [f"aid:{aid}" for aid in self._aids] or [target]:
            super()._touch(first)  # an aid begins the visit as well

    def _keep(self, shown: TouchMap, scene: str | None = None) -> None:
        time.sleep(SETTLE)
        inspection, picture = self._inspected(), self._screen.picture()
        found = tuple(findings(inspection, picture, self._gauge.geometry))
        name = scene or shown.screen
        self._gauge.tell(Audited(name, shown.language, self._aids, found))
        if found:
            self._keep_picture(picture, name, shown.language)

    def _keep_picture(self, picture: Image.Image, name: str, language: Language | None) -> None:
        aids = "".join(f"-{aid}" for aid in self._aids)
        picture.save(self._folder / f"audit-{name}-{language or 'all'}{aids}.png")

    def _inspected(self) -> Inspection:
        """Read what the kiosk wrote of the screen that it shows now."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            shown, read = self._kiosk.look(), self._read()
            if shown is not None and read is not None and read.turn == shown.turn:
                return read
            time.sleep(LOOK)
        raise GaveUpError("the kiosk did not write down what it shows")

    def _read(self) -> Inspection | None:
        try:
            return decode(Inspection, json.loads(self._gauge.inspection.read_bytes()))
        except (FileNotFoundError, BadMessage):
            return None
