"""What a browser makes of every kind of scene: nothing is cut, nothing off the screen."""

import os
import time
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread

import pytest
from cheroot.wsgi import Server
from PIL import Image, ImageDraw
from playwright.sync_api import expect

from bench.ports import free_port
from display.carousel import Carousel
from display.page import Kind, Page, QueueLine, QueuePage, Still, StillKind
from display.scene import Direction, LargeCall, Line, Scene
from display.web.app import create_app
from display.web.glass import Glass, Size
from display.web.program import fonts
from display.web.settings import WebScreen
from display.web.wall import BrowserWall
from media.pack import Words
from media.pack.theme import Theme
from media.playlist.content import Level
from media.typography.fonts import font_set
from tests.browser.televisions import CUT, FREE_SOUND, browser_with, television
from tests.display.builders import AT, DEMO, demo_pack
from wire.messages import LANGUAGES, EmergencyKind, Expected, Ready

pytestmark = pytest.mark.browser

TOKEN = "the-token-of-a-television"
ASSET = "a" * 64
SIZES = [(1920, 1080, 1397), (1366, 768, 813), (1080, 1920, 1397), (3840, 2160, 1905)]
"""Pixels, and the diagonal in millimetres."""

IDLE = Scene(waiting=128, clock=AT)
BUSY = replace(
    IDLE,
    large=LargeCall("W188", 12, is_bright=False),
    lines=(Line("A012", 3, is_called=True), Line("W187", 11, is_called=False)),
    ready=(Ready("A013", 3),),
)
ZONE = Words(ar="الحالة المدنية", fr="État civil")
PLACE = Words(ar="الطابق الأول، القاعة 12", fr="1er étage, salle 12")
FAR = LargeCall("W188", 12, is_bright=False, direction=Direction("left", PLACE))
WAYS = (
    Line("A012", 3, is_called=True, way="ahead"),
    Line("W187", 11, is_called=False, way="right"),
)
GROUND = "(name) => getComputedStyle(document.querySelector(name)).backgroundColor"
PICTURE = Still(StillKind.PICTURE, "fair", ASSET, "ar", "المعرض الجهوي للكتاب بساحة البلدية")
DOCUMENT = Still(StillKind.DOCUMENT, "tender", ASSET, "fr", "Appel d’offres ouvert", 2, 3)


@dataclass
class StandIn:
    """A browser screen whose scenes a test chooses."""

    glass: Glass
    screen: WebScreen
    folder: Path

    logo: Path = DEMO / "logo.png"

    def file(self, asset: str) -> Path:
        return self.folder / asset


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("assets")
    picture = Image.new("RGB", (1600, 900), "#00695c")
    ImageDraw.Draw(picture).ellipse((300, 100, 1300, 800), fill="#e0a82e")
    picture.save(folder / ASSET, "PNG")
    return folder


@pytest.fixture(scope="module")
def stand_in(folder):
    return StandIn(Glass(time.monotonic), web_screen("ar", 1397), folder)


@pytest.fixture(scope="module")
def address(stand_in):
    port = free_port()
    app = create_app({TOKEN: stand_in}, fonts())
    server = Server(("127.0.0.1", port), app, numthreads=8, shutdown_timeout=1)
    server.prepare()
    Thread(target=server.serve, daemon=True).start()
    yield f"http://127.0.0.1:{port}"
    stand_in.glass.close()
    server.stop()


@pytest.fixture(scope="module")
def tv(browser, address):
    loud = browser_with(browser, FREE_SOUND)
    with television(loud, address, TOKEN) as page:
        yield page
    loud.close()


def web_screen(first, diagonal):
    written = (first, *(each for each in LANGUAGES if each != first))
    return WebScreen("tv-1", TOKEN, float(diagonal), 6000.0, written=written)


def pages(wall, language):
    """The first pages of the pack in a language: notices and commitments."""
    carousel = Carousel(demo_pack(), (language,), wall.fits)
    turned = (carousel.page(AT.date(), float(moment)) for moment in range(0, 400, 8))
    return list(dict.fromkeys(page for page in turned if page))[:4]


def scenes(wall, language):
    told = [
        (f"page-{at}", replace(IDLE, page=page)) for at, page in enumerate(pages(wall, language))
    ]
    yield from told
    yield "vigilance", replace(BUSY, large=None, page=vigilance(language))
    yield "queue", replace(BUSY, large=None, page=queue(wall, language))
    yield "call", BUSY
    yield "call-way", replace(BUSY, large=FAR, lines=WAYS, zone=ZONE)
    yield "call-way-alone", replace(BUSY, large=FAR, lines=(), ready=())
    yield "missed", replace(BUSY, ready=(), missed=("A009", "C021")[: wall.missed_capacity()])
    yield "call-alone", replace(BUSY, lines=(), ready=())
    yield "picture", replace(BUSY, large=None, page=PICTURE)
    yield "document", replace(IDLE, page=DOCUMENT)
    yield "welcome", IDLE
    yield "lost-ar", replace(BUSY, lost_in="ar")
    yield "lost-fr", replace(IDLE, lost_in="fr")
    for kind in EmergencyKind:
        yield kind.value, replace(IDLE, emergency=kind)


def vigilance(language):
    return Page(
        Kind.VIGILANCE,
        "heat",
        language,
        "warning",
        "موجة حر" if language == "ar" else "Heat",
        "1. 45 °C\n2. Rabat",
        level=Level.ORANGE,
        part=1,
        parts=2,
    )


def queue(wall, language):
    """Services, as many as a screen shows at once."""
    services = demo_pack().services[:3]
    waits = (Expected(3, 7, 12), None, Expected(0, 1, 1))
    lines = (
        QueueLine(each.id, each.name.parts(language)[0][1], number * 40, wait)
        for number, (each, wait) in enumerate(zip(services, waits, strict=True))
    )
    return QueuePage("queue", language, tuple(lines), part=1, parts=3)


def is_drawn(glass):
    deadline = time.monotonic() + 30
    while not glass.is_seen():
        assert time.monotonic() < deadline, "the page does not draw"
        time.sleep(0.01)


def look(page, name):
    """Keep a picture where somebody asks for one."""
    if folder := os.environ.get("NOUBA_PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}.png")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_cut_in_any_scene(tv, stand_in, size, language):
    width, height, diagonal = size
    tv.set_viewport_size({"width": width, "height": height})
    screen = web_screen(language, diagonal)
    wall = BrowserWall(screen, Size(width, height), demo_pack().commune, font_set(), stand_in.glass)
    cut = []
    for name, scene in scenes(wall, language):
        wall.show(scene)
        is_drawn(stand_in.glass)
        look(tv, f"{width}x{height}-{language}-{name}")
        cut += [(name, each) for each in tv.evaluate(CUT)]

    assert cut == []
    assert tv.evaluate("document.getElementById('screen').clientWidth") == width


def test_the_communes_colours_and_logo_are_worn_and_put_off_again(tv, stand_in):
    tv.set_viewport_size({"width": 1920, "height": 1080})
    commune = demo_pack().commune
    wall = BrowserWall(
        web_screen("ar", 1397), Size(1920, 1080), commune, font_set(), stand_in.glass
    )

    def colors():
        is_drawn(stand_in.glass)
        return [tv.evaluate(GROUND, name) for name in (".header", ".call")]

    wall.show(BUSY)
    assert colors() == ["rgb(11, 60, 73)", "rgb(10, 97, 82)"]
    assert tv.evaluate("document.querySelector('.logo img').decode().then(() => true)")

    wall.dress(replace(commune, theme=Theme()))
    assert colors() == ["rgb(11, 36, 61)", "rgb(0, 88, 64)"]
    expect(tv.locator(".logo")).to_have_count(0)


def test_an_emergency_is_alike_whatever_the_commune_wears(tv, stand_in):
    tv.set_viewport_size({"width": 1920, "height": 1080})
    commune = demo_pack().commune
    seen = []
    for each in (commune, replace(commune, theme=Theme())):
        wall = BrowserWall(
            web_screen("ar", 1397), Size(1920, 1080), each, font_set(), stand_in.glass
        )
        wall.show(replace(IDLE, emergency=EmergencyKind.SECURITY))
        is_drawn(stand_in.glass)
        seen.append(tv.screenshot())

    assert seen[0] == seen[1]


def test_a_picture_is_there_and_whole(tv, stand_in):
    tv.set_viewport_size({"width": 1920, "height": 1080})
    wall = BrowserWall(
        web_screen("ar", 1397),
        Size(1920, 1080),
        demo_pack().commune,
        font_set(),
        stand_in.glass,
    )
    wall.show(replace(IDLE, page=PICTURE))
    expect(tv.locator(".still img")).to_be_visible()
    assert tv.evaluate("document.querySelector('.still img').decode().then(() => true)")
    assert tv.locator(".strip .title").inner_text() == PICTURE.title
