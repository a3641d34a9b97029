"""A whole kiosk: real window, real touches, a real Socket.IO server, a real virtual printer."""

import json
import socket
import subprocess
import sys
from dataclasses import replace

import pytest

from kiosk.assembly import Kiosk
from kiosk.flow import Waits
from kiosk.program import save_picture
from kiosk.settings import KioskSettings, PrinterSettings, ScreenSettings
from kiosk.touch_map import Rectangle, TouchMap
from tests.hardware.printing import virtual
from tests.kiosk.small_hall import PACK, TOKEN
from wire.codec import decode

pytestmark = pytest.mark.window

PORTRAIT = ScreenSettings(1080, 1920, 546.0)
SQUARE = ScreenSettings(1280, 1024, 482.0, bottom_mm=780.0)


class Visitor:
    """Somebody who finds on the touch map where to put the finger."""

    def __init__(self, kiosk, window, settings):
        self.kiosk, self.window, self.settings = kiosk, window, settings

    def sees(self):
        path = self.settings.touch_map
        if not path.exists():
            return TouchMap("", None, 0, {})
        return decode(TouchMap, json.loads(path.read_bytes()))

    def until(self, is_so, seconds=30):
        def go_on():
            self.kiosk.pulse()
            return is_so()

        self.window.until(go_on, seconds)

    def until_sees(self, screen):
        self.until(lambda: self.sees().screen == screen)
        return self.sees()

    def touches(self, target):
        self.puts_finger(self.sees().targets[target])

    def puts_finger(self, place: Rectangle):
        x = place.left + place.width / 2
        y = self.settings.screen.height_px - place.top - place.height / 2
        self.window.press_at(x, y)
        self.window.release_at(x, y)

    def goes(self, *steps):
        """Touch each target, and wait for the screen that it leads to."""
        for target, screen in steps:
            self.touches(target)
            self.until_sees(screen)


@pytest.fixture
def hall():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen([sys.executable, "-m", "tests.kiosk.small_hall", str(port)])
    yield f"http://127.0.0.1:{port}"
    process.kill()
    process.wait()


@pytest.fixture
def printer(tmp_path):
    with virtual(tmp_path / "paper") as printer:
        yield printer


@pytest.fixture
def visit(window, hall, printer, tmp_path):
    """Set up a kiosk of a size, and a visitor before it."""
    kiosks = []

    def visit(screen):
        settings = KioskSettings(
            controller=hall,
            token=TOKEN,
            pack=PACK,
            printer=PrinterSettings(f"escpos+tcp://127.0.0.1:{printer.port}"),
            screen=screen,
            waits=Waits(idle=60),
            touch_map=tmp_path / "touch_map.json",
            screenshots=tmp_path / "pictures",
        )
        window.resize(screen.width_px, screen.height_px)
        kiosk = Kiosk(settings)
        kiosks.append(kiosk)
        window.show(kiosk.stage)
        kiosk.start()
        return Visitor(kiosk, window, settings)

    yield visit
    for kiosk in kiosks:
        kiosk.stop()


TO_TICKET = (
    ("start", "languages"),
    ("language:fr", "offices"),
    ("office:civil_status", "services"),
    ("service:birth_copy", "sheet"),
    ("take", "ticket"),
)


@pytest.mark.parametrize("screen", [PORTRAIT, SQUARE], ids=["portrait", "square"])
def test_a_visitor_touches_the_way_to_a_printed_ticket(visit, printer, screen):
    visitor = visit(screen)
    visitor.until_sees("attract")

    visitor.goes(*TO_TICKET)
    assert visitor.sees().ticket == "A001"
    visitor.until(lambda: visitor.kiosk.stage.page.printing == "printed")
    assert len(printer.pages()) == 1

    visitor.until(lambda: visitor.sees().turn == visitor.kiosk.stage.touch_map().turn)
    visitor.goes(("home", "attract"))
    visitor.goes(*TO_TICKET)
    assert visitor.sees().ticket == "A002"


def test_without_paper_the_visitor_is_asked_to_note_the_number(visit, printer):
    printer.order("paper out")
    visitor = visit(PORTRAIT)
    visitor.until_sees("attract")
    visitor.goes(*TO_TICKET)
    visitor.until(lambda: visitor.kiosk.stage.page.printing == "number_only", 60)
    assert visitor.sees().ticket == "A001"
    assert printer.pages() == []


def test_a_service_that_has_just_closed_is_refused_in_words(visit):
    visitor = visit(PORTRAIT)
    visitor.until_sees("attract")
    visitor.goes(("start", "languages"), ("language:ar", "offices"), ("office:hygiene", "services"))
    visitor.goes(("service:burial", "sheet"), ("take", "not_taken"), ("back", "sheet"))


def test_a_double_tap_chooses_once(visit):
    visitor = visit(PORTRAIT)
    visitor.until_sees("attract")
    start = visitor.sees().targets["start"]
    visitor.puts_finger(start)
    visitor.puts_finger(start)
    visitor.until_sees("languages")
    assert visitor.kiosk.stage.page.name == "languages"


def test_a_kiosk_that_the_hall_does_not_know_says_it_is_out_of_reach(visit, window, tmp_path):
    visitor = visit(PORTRAIT)
    visitor.until_sees("attract")
    stranger = Kiosk(replace(visitor.settings, token="wrong", touch_map=tmp_path / "other"))
    stranger.start()
    window.show(stranger.stage)
    window.pump(3)
    stranger.pulse()
    stranger.stop()
    assert stranger.stage.page.name == "out_of_reach"


def test_the_window_can_be_photographed(visit):
    visitor = visit(PORTRAIT)
    visitor.until_sees("attract")
    picture = save_picture(visitor.kiosk, visitor.settings.screenshots)
    assert picture.name == "attract-all.png"
    assert [each.name for each in picture.parent.iterdir()] == ["attract-all.png"]
