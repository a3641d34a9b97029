"""Show a kiosk in a hall that gives none of its services, and take its picture."""

import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from media.pack import Pack, load_pack
from nouba.demo.place import Place
from nouba.demo.seed import Size
from nouba.keeper import Keeper, Program
from nouba.play.kiosk_visitor import Kiosk
from nouba.screen import Screen, virtual_screen
from nouba.shots.kiosk_tour import KioskTour
from nouba.shots.switch import Stillness


def take_closed_hall(place: Place, pack: Path, size: Size, folder: Path, still: Stillness) -> None:
    """Take the pictures of a kiosk that has nothing to offer; raise `GaveUpError`.

    It never was in a hall: as long as it reaches none, it can give nothing.
    """
    still.begin()
    with closed_hall(place, pack, size) as (kiosk, screen, other):
        tour = KioskTour(kiosk, screen, other, folder)
        tour.wait_for("out_of_reach")
        still.end()
        tour.wait_for("nothing_open")


@contextmanager
def closed_hall(place: Place, pack: Path, size: Size) -> Iterator[tuple[Kiosk, Screen, Pack]]:
    """Run a kiosk whose content has other services than the controller's.

    What it writes down stands in the place's folder `closed`.
    """
    other, settings = place.folder / "other-pack", place.settings("kiosk-closed")
    if not other.exists():
        _copy_with_other_services(pack, other)
    closed = place.folder / "closed"
    closed.mkdir(exist_ok=True)
    text = place.settings("kiosk").read_text(encoding="utf-8")
    text = text.replace(f'pack = "{pack}"', f'pack = "{other}"')
    for written in (place.touch_map, place.inspection):
        text = text.replace(str(written), str(closed / written.name))
    text = text.replace(str(place.kiosk_home), str(place.folder / "kiosk-closed-home"))
    settings.write_text(text, encoding="utf-8")
    settings.chmod(0o600)
    keeper = Keeper(place.log, lambda _: None)
    with virtual_screen(size.width, size.height) as screen:
        words = (sys.executable, "-m", "nouba", "kiosk", "--settings", str(settings))
        keeper.start(Program(settings.stem, words, {"DISPLAY": screen.display}))
        try:
            yield Kiosk(closed / place.touch_map.name, screen), screen, load_pack(other)
        finally:
            keeper.end()


def _copy_with_other_services(pack: Path, copy: Path) -> None:
    """Copy a pack so that no service in it has the id that it has elsewhere."""
    shutil.copytree(pack, copy, ignore=shutil.ignore_patterns("voices"))
    services = copy / "services.toml"
    text = services.read_text(encoding="utf-8")
    services.write_text(re.sub(r'(?m)^id = "', 'id = "other_', text), encoding="utf-8")
    hall = copy / "pack.toml"
    lists = re.sub(
        r"(?m)^services = .*$",
        lambda found: re.sub(r'"(\w+)"', r'"other_\1"', found.group()),
        hall.read_text(encoding="utf-8"),
    )
    hall.write_text(lists, encoding="utf-8")
