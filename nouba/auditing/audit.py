"""The audit of a running kiosk: a hall of its own, and a walk through every screen of it."""

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import MappingProxyType

from media.look.screen import Screen as Geometry
from media.pack import load_pack
from nouba.auditing.desk import AuditDesk
from nouba.auditing.look_up import LookUpWalk, codes_on
from nouba.auditing.measured import Audited, Gauge, Measured
from nouba.auditing.sizes import settings_of
from nouba.auditing.walk import AuditWalk, FindingWalk
from nouba.demo.claim import claimed
from nouba.demo.hall import running_hall
from nouba.demo.place import Place, fresh_place
from nouba.demo.seed import Size, Wishes, furnish, rules_of
from nouba.demo.show import DISPLAY
from nouba.demo.staff import AGENTS
from nouba.play.kiosk_visitor import Kiosk
from nouba.screen import Screen, virtual_screen
from nouba.shots.alone_tour import broken_disk
from nouba.shots.closed_tour import closed_hall
from nouba.shots.switch import Stillness
from nouba.shots.tour import (
    ELSEWHERE,
    SERVICE,
    TICKED,
    TOGETHER,
    Before,
    order_printer,
    stillness,
)

WAITS: Mapping[str, int] = MappingProxyType({"idle": 40, "warning": 20})
"""Who only looks is asked within a tour's patience, and not before a screen is measured."""

AIDS: tuple[tuple[str, ...], ...] = ((), ("low",), ("contrast",))
"""What the visitors of one walk after the other ask of the screen."""

Tell = Callable[[Audited], None]


@dataclass(frozen=True, slots=True)
class Audit:
    """One kiosk to be audited."""

    place: Place
    pack: Path
    geometry: Geometry
    folder: Path
    """Keeps the pictures of screens with faults."""

    tell: Tell
    """Hears of each screen, with what is wrong with it."""

    keeps_all: bool = False
    """Whether the pictures of the others are kept too."""

    @property
    def size(self) -> Size:
        """The size of its window."""
        return Size(self.geometry.width_px, self.geometry.height_px, is_fullscreen=True)

    def run(self) -> None:
        """Walk through every screen. Raises `HallError`, `ScreenError` or `GaveUpError`."""
        wishes = Wishes(
            kiosk=self.size, display=DISPLAY, began_at=_now(), rules=rules_of(self.pack)
        )
        further = {
            "screen": settings_of(self.geometry),
            "inspection": str(self.place.inspection),
            "waits": dict(WAITS),
        }
        furnish(self.place, self.pack, wishes, further)
        with virtual_screen(self.size.width, self.size.height) as screen:
            self._walk(screen)

    def _walk(self, screen: Screen) -> None:
        kiosk, content = Kiosk(self.place.touch_map, screen), load_pack(self.pack)
        before = (kiosk, screen, content, self.folder)
        gauge = Gauge(self.geometry, self.place.inspection, self.tell, keeps_all=self.keeps_all)
        with running_hall(self.place, {"kiosk": screen.display}) as hall:
            still = stillness(hall.keeper.pid("controller"))
            first = Measured(*before, gauge)
            first.wait_for("attract")
            with closing(AuditDesk(self.place.address, AGENTS[0])) as desk:
                for aids in AIDS:
                    if all(first.is_offered(aid) for aid in aids):
                        self._through_all(before, replace(gauge, aids=aids), still, desk)
            self._closed(gauge, still)

    def _through_all(self, before: Before, gauge: Gauge, still: Stillness, desk: AuditDesk) -> None:
        order = partial(order_printer, self.place.printer_control)
        walk = AuditWalk(*before, gauge)
        taken = [number for _, number in walk.take(SERVICE)]
        walk.ask_whether_there()
        with broken_disk(self.place):
            walk.be_refused(SERVICE, still)
        walk.print_again(ELSEWHERE, order)
        walk.enter_codes()
        walk.take_two(*TOGETHER)
        finding, look_up = FindingWalk(*before, gauge), LookUpWalk(*before, gauge)
        finding.find(order)
        finding.tick(TICKED)
        codes = codes_on(self.place.tickets)
        look_up.ask_in_vain(codes[taken[0]], still)
        look_up.look_all_up(taken, codes, desk.serve)

    def _closed(self, gauge: Gauge, still: Stillness) -> None:
        still.begin()
        with closed_hall(self.place, self.pack, self.size) as (kiosk, screen, content):
            inspection = self.place.folder / "closed" / self.place.inspection.name
            there = replace(gauge, inspection=inspection)
            tour = Measured(kiosk, screen, content, self.folder, there)
            tour.stand_before("out_of_reach")
            still.end()
            tour.stand_before("nothing_open")


def audit(
    folder: Path, pack: Path, geometry: Geometry, tell: Tell, *, keeps_all: bool = False
) -> None:
    """Walk through every screen of a kiosk of that size, and tell each with what is wrong with it.

    The folder keeps the pictures of screens with faults, or of all. Raises `ClaimedError`,
    `HallError`, `ScreenError` or `GaveUpError`.
    """
    with claimed(folder / "hall"):
        place = fresh_place(folder / "hall")
        Audit(place, pack, geometry, folder, tell, keeps_all).run()


def _now() -> datetime:
    return datetime.now(UTC)
