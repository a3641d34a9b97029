"""The tour: a hall of its own, all screens, all pages, one contact sheet."""

import os
import shutil
import signal
import tomllib
from collections.abc import Mapping
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from socket import create_connection
from types import MappingProxyType

import zxingcpp
from PIL import Image
from playwright.sync_api import Browser
from rich.console import Console

from kiosk.technician_code import hash_of
from media.pack import Pack, load_pack
from nouba.browser import open_browser
from nouba.chromium import NoBrowserError
from nouba.demo.claim import claimed
from nouba.demo.hall import running_hall
from nouba.demo.place import Place, fresh_place
from nouba.demo.seed import Wishes, furnish, rules_of
from nouba.demo.show import DISPLAY, KIOSK
from nouba.demo.staff import AGENTS, SUPERVISOR
from nouba.play.kiosk_visitor import GaveUpError, Kiosk
from nouba.screen import Screen, virtual_screen
from nouba.shots.aids_tour import AidsTour
from nouba.shots.alone_tour import AloneTour, broken_disk
from nouba.shots.closed_tour import take_closed_hall
from nouba.shots.complaints_tour import ComplaintsTour
from nouba.shots.contact_sheet import contact_sheet
from nouba.shots.finding_tour import FindingTour
from nouba.shots.information_tour import take_information
from nouba.shots.layout_tour import take_layouts
from nouba.shots.look_up_tour import LookUpTour
from nouba.shots.other_counters import call_at
from nouba.shots.page_tour import PageTour
from nouba.shots.public_tour import PublicTour
from nouba.shots.reception_tour import ReceptionTour
from nouba.shots.stops import missed
from nouba.shots.supervision_tour import SupervisionTour
from nouba.shots.switch import Stillness
from nouba.shots.technician_tour import CODE, TechnicianTour
from nouba.shots.wall_tour import WallTour
from wire.appointment_code import LENGTH, read
from wire.messages import LANGUAGES, Language

SERVICE = "birth_copy"
"""What the tour's visitors come for: the first agent's counter gives it."""

ELSEWHERE: Mapping[Language, str] = MappingProxyType(
    {"ar": "legalisation", "zgh": "hygiene", "fr": "tnb", "en": SERVICE}
)
"""What others come for, who are called by `OTHERS`."""

WAITING = ("life_certificate", "legalisation", "family_booklet", "legalisation", "burial", SERVICE)
"""What those come for who still wait at the end."""

TOGETHER = (SERVICE, "legalisation")
"""What those come for who come for two things."""

TICKED = "family_booklet"
"""For what documents are ticked before a ticket is taken."""

Before = tuple[Kiosk, Screen, Pack, Path]
"""A visitor's glass, its screen, what the hall offers, and where the pictures go."""

HANGING: Mapping[str, object] = MappingProxyType(
    {
        "width_px": KIOSK.width,
        "height_px": KIOSK.height,
        "diagonal_mm": 686.0,
        "bottom_mm": 760.0,
        "is_fullscreen": KIOSK.is_fullscreen,
    }
)
"""The kiosk's screen: so high that it can be lowered for who sits."""

RECEPTIONIST, OTHERS = AGENTS[1], AGENTS[2:]

SIDES: tuple[Language, ...] = ("ar", "fr")
"""The languages of a call's labels: the screen is read from the side of its first language."""

ANSWER = 64
"""Bytes of a virtual printer's answer, at most."""

MORNING = 2.5
"""The speed of the clock: the waits on the pages are of minutes, and within what is promised."""


def take_pictures(folder: Path, pack: Path, console: Console) -> int:
    """Fill the folder with pictures and a contact sheet; return how many.

    Without a browser, the pages and the calls are left out, and this is said. Raises
    `ClaimedError`, `HallError`, `ScreenError` or `GaveUpError`.
    """
    with claimed(folder / "hall"):
        return _pictures(folder, pack, console)


def _pictures(folder: Path, pack: Path, console: Console) -> int:
    place = fresh_place(folder / "hall")
    for old in folder.glob("*.png"):
        old.unlink()
    further = {
        "screen": dict(HANGING),
        "waits": {"idle": 14, "warning": 9},
        "technician_code": hash_of(CODE),
    }
    wishes = Wishes(
        kiosk=KIOSK,
        display=DISPLAY,
        began_at=datetime.now(UTC),
        speed=MORNING,
        rules=rules_of(pack),
        is_speaker_real_time=False,
    )
    furnish(place, pack, wishes, further)
    _tour(place, pack, folder, console)
    tickets = _tickets(place)
    alone = tickets[-len(LANGUAGES) :]
    for kind, papers in (("ticket", tickets), ("ticket-alone", alone), ("list", _lists(place))):
        for language, paper in zip(LANGUAGES, papers, strict=False):
            shutil.copyfile(paper, folder / f"{kind}-{language}.png")
    pictures = sorted(folder.glob("*.png"))
    contact_sheet(pictures).save(folder / "contact-sheet.png")
    return len(pictures)


def _tour(place: Place, pack: Path, folder: Path, console: Console) -> None:
    with ExitStack() as stack:
        screen = stack.enter_context(virtual_screen(KIOSK.width, KIOSK.height))
        hall = stack.enter_context(running_hall(place, {"kiosk": screen.display}))
        controller = hall.keeper.pid("controller")
        still = stillness(controller)
        browser = _browser(stack, console)
        before = (Kiosk(place.touch_map, screen), screen, load_pack(pack), folder)
        kiosk = AloneTour(*before)
        console.print("The kiosk's screens …")
        _visit(kiosk, place, still, console)
        _look_further(before, place, still)
        kiosk.bring(WAITING)
        take_closed_hall(place, pack, KIOSK, folder, still)
        console.print("The information screen …")
        take_information(place, pack, KIOSK, folder)
        wall = WallTour(place, pack, _token(place, "display"), folder, DISPLAY, still)
        if browser is None:
            _hall_screens(wall, pack, console)
        else:
            _staff(place, browser, wall, kiosk, pack, console)
        console.print("The kiosk without its controller …")
        still.begin()
        kiosk.take_alone(SERVICE, place.log / "kiosk.log")
    without = missed(folder)
    if browser is not None and without:
        raise GaveUpError(f"no picture was made of {', '.join(without)}")


def _visit(kiosk: AloneTour, place: Place, still: Stillness, console: Console) -> None:
    for language, ticket in kiosk.take(SERVICE):
        console.print(f"  {ticket} ({language})")
    kiosk.ask_whether_there()
    with broken_disk(place):
        kiosk.be_refused(SERVICE, still)
    kiosk.print_again(ELSEWHERE, partial(order_printer, place.printer_control))
    kiosk.enter_codes()
    kiosk.take_two(*TOGETHER)


def _look_further(before: Before, place: Place, still: Stillness) -> None:
    """Look for a procedure, look a ticket up, need an aid, and come as a technician."""
    finding, look_up = FindingTour(*before), LookUpTour(*before)
    finding.find(partial(order_printer, place.printer_control))
    finding.tick(TICKED)
    code = read(_address_on(_tickets(place)[0]))[-LENGTH:]
    look_up.look_up(code)
    look_up.ask_in_vain(code, still)
    AidsTour(*before).be_helped(SERVICE)
    TechnicianTour(*before).look_in()


def _staff(
    place: Place, browser: Browser, wall: WallTour, kiosk: AloneTour, pack: Path, console: Console
) -> None:
    """Let agents come, and hall screens and the kiosk show what they do."""
    folder = kiosk.folder
    console.print("The pages …")
    pages = PageTour(browser, place.address, folder)
    pages.sign_in()
    pages.agent()
    pages.follow(_addresses(place))
    wall.take_call("lone-call", "ar", pages.call)
    pages.start()
    call_at(browser, place.address, OTHERS)
    for first in SIDES:
        wall.take_call("call", first, pages.call)
        pages.start()
    _hall_screens(wall, pack, console)
    with wall.lit(LANGUAGES[0]):
        pages.call()
        pages.follow(_addresses(place))
        pages.desk()
        pages.further()
        supervision = SupervisionTour(browser, place.address, folder, SUPERVISOR)
        supervision.day()
        supervision.release()
        supervision.interventions()
        supervision.emergencies(kiosk.be_told)
        supervision.notices()
        supervision.expected()
        supervision.screens()
        supervision.report()
        _others(browser, place.address, folder)
        complaints = ComplaintsTour(browser, place.address, folder)
        complaints.tell(_token(place, "kiosk"))
        complaints.staff(SUPERVISOR)
        complaints.visitor()


def _others(browser: Browser, address: str, folder: Path) -> None:
    """Take what needs no counter."""
    reception = ReceptionTour(browser, address, folder, RECEPTIONIST)
    reception.give(SERVICE)
    reception.check_in()
    everybody = PublicTour(browser, address, folder)
    everybody.order()
    everybody.appointments()
    everybody.rater()


def _browser(stack: ExitStack, console: Console) -> Browser | None:
    try:
        return stack.enter_context(open_browser())
    except NoBrowserError as error:
        console.print(f"{error}. The pages and the calls are left out.")
        return None


def _hall_screens(wall: WallTour, pack: Path, console: Console) -> None:
    console.print("The hall screen …")
    take_layouts(pack, wall.folder)
    day = datetime.now(load_pack(pack).hall.zone).date()
    for language in LANGUAGES:
        if not wall.take(language, day):
            console.print(f"  nothing to tell in {language}")


def order_printer(port: int, order: str) -> None:
    """Give the virtual printer an order."""
    with create_connection(("127.0.0.1", port)) as line:
        line.sendall(f"{order}\n".encode())
        line.recv(ANSWER)


def stillness(controller: int | None) -> Stillness:
    """Return how the controller of that process id stands still and goes on."""
    return Stillness(partial(_halt, controller), partial(_go_on, controller))


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
    return [_address_on(ticket) for ticket in _tickets(place)]


def _tickets(place: Place) -> list[Path]:
    """Return the printed tickets, the first one first."""
    return [each for each in sorted(place.tickets.glob("*.png")) if _is_ticket(each)]


def _lists(place: Place) -> list[Path]:
    """Return the printed lists of what to bring."""
    return [each for each in sorted(place.tickets.glob("*.png")) if not _is_ticket(each)]


def _is_ticket(paper: Path) -> bool:
    return _address_on(paper).upper().startswith("HTTP")


def _address_on(paper: Path) -> str:
    """Read what stands in the QR code of a printed paper: on a ticket an address."""
    with Image.open(paper) as picture:
        codes = zxingcpp.read_barcodes(picture.convert("L"))
    return str(codes[0].text)
