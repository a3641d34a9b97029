"""A tour of the kiosk that measures each screen where others take pictures."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
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
from nouba.shots.kiosk_tour import KioskTour
from wire.codec import BadMessage, decode
from wire.messages import Language

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
    """What a tour measures with."""

    geometry: Geometry
    """The glass, in pixels and in millimetres."""

    inspection: Path
    """Where the kiosk writes down what it shows."""

    tell: Callable[[Audited], None]
    aids: tuple[str, ...] = ()
    """Those that each visitor asks for at once, as in `("low",)`."""

    keeps_all: bool = False
    """Whether the pictures of faultless screens are kept too."""


class Measured(KioskTour):
    """Measures all that the tour beside it comes to, and keeps the picture of what is wrong."""

    def __init__(
        self, kiosk: Kiosk, screen: Screen, pack: Pack, folder: Path, gauge: Gauge
    ) -> None:
        super().__init__(kiosk, screen, pack, folder)
        self._gauge = gauge

    def is_offered(self, aid: str) -> bool:
        """Tell whether the kiosk offers this aid: a low screen needs not be lowered."""
        shown = self._kiosk.look()
        return shown is not None and f"aid:{aid}" in shown.targets

    def stand_before(self, screen: str) -> None:
        """Measure a screen that comes by itself, with each of its aids after the other."""
        self._gauge = replace(self._gauge, aids=())
        self.wait_for(screen)
        for aid in filter(self.is_offered, Aid):
            self._gauge = replace(self._gauge, aids=(aid,))
            super()._touch(f"aid:{aid}")
            self.wait_for(screen)
            super()._touch(f"aid:{aid}")

    def _touch(self, target: str) -> None:
        if target != "start":
            super()._touch(target)
            return
        for first in [f"aid:{aid}" for aid in self._gauge.aids] or [target]:
            super()._touch(first)  # an aid begins the visit as well

    def _keep(self, shown: TouchMap, scene: str | None = None) -> None:
        time.sleep(SETTLE)
        inspection, picture = self._inspected(), self._screen.picture()
        found = tuple(findings(inspection, picture, self._gauge.geometry))
        name = scene or shown.screen
        self._gauge.tell(Audited(name, shown.language, self._gauge.aids, found))
        if found or self._gauge.keeps_all:
            self._keep_picture(picture, shown, name)

    def _keep_picture(self, picture: Image.Image, shown: TouchMap, name: str) -> None:
        """Keep it in the order of the walk: a list has several leaves of one name."""
        aids = "".join(f"-{aid}" for aid in self._gauge.aids)
        file = f"audit-{shown.turn:04}-{name}-{shown.language or 'all'}{aids}.png"
        picture.save(self.folder / file)

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
