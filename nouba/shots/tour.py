"""The tour: a hall of its own, all screens, all pages, one contact sheet."""

import os
import shutil
import signal
import tomllib
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import zxingcpp
from PIL import Image
from rich.console import Console

from media.pack import load_pack
from nouba.browser import open_browser
from nouba.chromium import NoBrowserError
from nouba.demo.hall import running_hall
from nouba.demo.place import Place, fresh_place
from nouba.demo.seed import Wishes, furnish
from nouba.demo.show import DISPLAY, KIOSK
from nouba.play.kiosk_visitor import Kiosk
from nouba.screen import virtual_screen
from nouba.shots.closed_tour import take_closed_hall
from nouba.shots.contact_sheet import contact_sheet
from nouba.shots.kiosk_tour import KioskTour
from nouba.shots.page_tour import PageTour
from nouba.shots.wall_tour import WallTour
from wire.messages import LANGUAGES

SERVICE = "birth_copy"
"""What the tour's visitors come for: the first agent's counter gives it."""

MORNING = 20.0
"""The speed of the clock, so that waits on the pages are of minutes."""


def take_pictures(folder: Path, pack: Path, console: Console) -> int:
    """Fill the folder with pictures and a contact sheet; return how many.

    Without a browser, the pages and the calls are left out, and this is said. Raises
    `HallError`, `ScreenError` or `GaveUpError`.
    """
    place = fresh_place(folder / "hall")
    for old in folder.glob("*.png"):
        old.unlink()
    waits = {"idle": 14, "warning": 9}
    wishes = Wishes(KIOSK, DISPLAY, datetime.now(UTC), MORNING, is_speaker_real_time=False)
    furnish(place, pack, wishes, waits)
    _tour(place, pack, folder, console)
    for language, ticket in zip(LANGUAGES, sorted(place.tickets.glob("*.png")), strict=False):
        shutil.copyfile(ticket, folder / f"ticket-{language}.png")
    pictures = sorted(folder.glob("*.png"))
    contact_sheet(pictures).save(folder / "contact-sheet.png")
    return len(pictures)


def _tour(place: Place, pack: Path, folder: Path, console: Console) -> None:
    with ExitStack() as stack:
        screen = stack.enter_context(virtual_screen(KIOSK.width, KIOSK.height))
        hall = stack.enter_context(running_hall(place, {"kiosk": screen.display}))
        pages = _pages(stack, place, folder, console)
        kiosk = KioskTour(Kiosk(place.touch_map, screen), screen, load_pack(pack), folder)
        console.print("The kiosk's screens …")
        for language, ticket in kiosk.take(SERVICE):
            console.print(f"  {ticket} ({language})")
        kiosk.ask_whether_there()
        controller = hall.keeper.pid("controller")
        kiosk.be_refused(SERVICE, lambda: _halt(controller), lambda: _go_on(controller))
        take_closed_hall(place, pack, KIOSK, folder)
        if pages is not None:
            console.print("The pages …")
            pages.sign_in()
            pages.agent()
            pages.follow(_addresses(place))
        _hall_screens(place, pack, folder, pages, console)
        if pages is not None:
            pages.follow(_addresses(place))
            pages.desk()
            pages.supervisor()
        console.print("The kiosk without its controller …")
        _halt(hall.keeper.pid("controller"))
        kiosk.wait_for("out_of_reach")


def _pages(stack: ExitStack, place: Place, folder: Path, console: Console) -> PageTour | None:
    try:
        browser = stack.enter_context(open_browser())
    except NoBrowserError as error:
        console.print(f"{error}. The pages and the calls are left out.")
        return None
    return PageTour(browser, place.address, folder)


def _hall_screens(
    place: Place, pack: Path, folder: Path, pages: PageTour | None, console: Console
) -> None:
    console.print("The hall screen …")
    wall = WallTour(place, pack, _token(place, "display"), folder)
    day = datetime.now(load_pack(pack).hall.zone).date()
    for language in LANGUAGES:
        if not wall.take(language, DISPLAY, day, pages.call if pages else None):
            console.print(f"  nothing to tell in {language}")


def _halt(pid: int | None) -> None:
    """Let the controller stand still, as when its cable is pulled."""
    if pid is not None:
        os.kill(pid, signal.SIGSTOP)


def _go_on(pid: int | None) -> None:
    if pid is not None:
        os.kill(pid, signal.SIGCONT)


def _token(place: Place, program: str) -> str:
    return str(tomllib.loads(place.settings(program).read_text(encoding="utf-8"))["token"])


def _addresses(place: Place) -> list[str]:
    return [_address_on(ticket) for ticket in sorted(place.tickets.glob("*.png"))]


def _address_on(ticket: Path) -> str:
    """Read the address in a printed ticket's QR code."""
    with Image.open(ticket) as picture:
        codes = zxingcpp.read_barcodes(picture.convert("L"))
    return str(codes[0].text)
