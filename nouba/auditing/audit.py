"""The audit of a running kiosk: a hall of its own, and a walk through every screen of it."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import MappingProxyType

from media.look.screen import Screen as Geometry
from media.pack import load_pack
from nouba.auditing.sizes import settings_of
from nouba.auditing.walk import Audited, AuditWalk, Gauge
from nouba.demo.claim import claimed
from nouba.demo.hall import running_hall
from nouba.demo.place import Place, fresh_place
from nouba.demo.seed import Size, Wishes, furnish, rules_of
from nouba.demo.show import DISPLAY
from nouba.play.kiosk_visitor import Kiosk
from nouba.screen import Screen, virtual_screen
from nouba.shots.switch import Stillness
from nouba.shots.tour import ELSEWHERE, SERVICE, TOGETHER, order_printer, stillness

WAITS: Mapping[str, int] = MappingProxyType({"idle": 40, "warning": 20})
"""Who only looks is asked within a tour's patience, and not before a screen is measured."""

AIDS: tuple[tuple[str, ...], ...] = ((), ("low",), ("contrast",))
"""What the visitors of one walk after the other ask of the screen."""

Tell = Callable[[Audited], None]


def audit(folder: Path, pack: Path, geometry: Geometry, tell: Tell) -> None:
    """Walk through every screen of a kiosk of that size, and tell each with what is wrong with it.

    The folder keeps the pictures of screens with faults. Raises `ClaimedError`, `HallError`,
    `ScreenError` or `GaveUpError`.
    """
    with claimed(folder / "hall"):
        place = fresh_place(folder / "hall")
        size = Size(geometry.width_px, geometry.height_px, is_fullscreen=True)
        wishes = Wishes(kiosk=size, display=DISPLAY, began_at=_now(), rules=rules_of(pack))
        inspection = place.folder / "inspection.json"
        more = {"screen": settings_of(geometry), "inspection": str(inspection)}
        furnish(place, pack, wishes, WAITS, more)
        with virtual_screen(geometry.width_px, geometry.height_px) as screen:
            _walk(place, pack, screen, geometry, tell)


def _walk(place: Place, pack: Path, screen: Screen, geometry: Geometry, tell: Tell) -> None:
    kiosk, inspection = Kiosk(place.touch_map, screen), place.folder / "inspection.json"
    content, folder = load_pack(pack), place.folder.parent
    with running_hall(place, {"kiosk": screen.display}) as hall:
        still = stillness(hall.keeper.pid("controller"))
        for aids in AIDS:
            gauge = Gauge(geometry, inspection, tell, aids)
            walk = AuditWalk(kiosk, screen, content, folder, gauge)
            if not aids:
                walk.wait_for("attract")
            if all(walk.is_offered(aid) for aid in aids):
                _through_all(walk, place, still)
        still.begin()
        walk.wait_for("out_of_reach")
        still.end()


def _through_all(walk: AuditWalk, place: Place, still: Stillness) -> None:
    for _ in walk.take(SERVICE):
        pass
    walk.ask_whether_there()
    walk.be_refused(SERVICE, still)
    walk.print_again(ELSEWHERE, partial(order_printer, place.printer_control))
    walk.enter_codes()
    walk.take_two(*TOGETHER)


def _now() -> datetime:
    return datetime.now(UTC)
