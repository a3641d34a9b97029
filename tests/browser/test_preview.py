"""An editor sees the notice as the hall's own screens draw it, and whether it can be read."""

import re

import pytest
import socketio
from playwright.sync_api import Page, expect

from tests.browser.barriers import barriers
from tests.browser.layout import faults
from tests.browser.test_notices import TEXTS, look

pytestmark = pytest.mark.browser

LONG = "Les demandes de copies conformes et de légalisations se déposent au guichet 4. " * 3
TRIES = 200
WIDTHS = {"phone": (390, 844), "1024": (1024, 768), "1280": (1280, 900), "1920": (1920, 1080)}


HEALTH = {
    "version": "0.1.0",
    "width": 1920,
    "height": 1080,
    "clock_trust": "controller",
    "disk_free": 10**10,
    "disk_size": 10**11,
    "diagonal_mm": 813.0,
    "distance_mm": 5000.0,
    "written": ["ar", "fr"],
}


@pytest.fixture
def screen(hall):
    """A screen of 32 inches, five metres from the farthest visitor."""
    client = socketio.Client(reconnection=False)
    client.connect(hall.url, {}, {"token": hall.tokens["north"]}, ["websocket"], ["/screens"])
    client.emit("health", HEALTH, "/screens")
    yield client
    client.disconnect()


def form(hall, sign_in, language="fr", template="closure"):
    page = sign_in("houda", language)
    page.goto(f"{hall.url}/notices/new/{template}")
    return page


def write(page: Page, **texts: str) -> None:
    for name, text in texts.items():
        page.fill(f"#{name}", text)


def test_what_is_typed_is_drawn_and_judged(hall, screen, sign_in):
    page = form(hall, sign_in)
    write(page, title_ar=TEXTS["ar"], title_fr=TEXTS["fr"], text_fr=LONG)

    expect(page.locator("#preview-picture")).to_have_js_property("naturalWidth", 1920)
    expect(page.locator("#preview-verdict .verdict")).to_have_class(re.compile("is-grave"))
    expect(page.locator("#preview-verdict .doubts")).to_contain_text(re.compile("à .?5.? m"))
    expect(page.locator("#preview-leaves .leaf").nth(2)).to_be_visible()


def test_it_is_seen_at_its_true_size_and_as_from_the_end_of_the_hall(hall, screen, sign_in):
    page = form(hall, sign_in)
    write(page, title_ar=TEXTS["ar"], title_fr=TEXTS["fr"])
    expect(page.locator("#preview-picture")).to_be_visible()
    page.click("#preview-true")
    page.wait_for_function("document.querySelector('.true-room').scrollTop > 0")
    page.locator("#card-range").fill("4")  # pixels to a millimetre, as a bank card tells
    look(page, "preview-true")

    # 32 inches of 16 to 9 are 708.6 mm wide; a card is 85.6.
    assert width(page, "#true-picture") == pytest.approx(2834, abs=2)
    assert width(page, "#card-frame") == pytest.approx(342, abs=2)
    page.click("#true-close")
    page.click("#preview-afar")
    look(page, "preview-afar")
    # From 0.6 m it is as large as the screen from 5 m.
    assert width(page, "#preview-picture") == pytest.approx(340, abs=2)


def width(page: Page, selector: str) -> float:
    return page.locator(selector).bounding_box()["width"]


def test_what_is_published_all_the_same_is_warned_of_in_the_list_and_the_history(
    hall, screen, sign_in
):
    page = form(hall, sign_in, "en")
    write(page, title_ar=TEXTS["ar"], title_fr=TEXTS["fr"])
    page.click("button[value=publish]")
    expect(page.locator(".card .what").first).to_contain_text("Published")

    warned = page.locator(".card").first.locator(".warned")
    for _ in range(TRIES):  # it is judged beside everything else
        page.reload()
        if warned.count():
            break
    expect(warned).to_contain_text("Not everybody in the hall can read it.")
    page.goto(f"{hall.url}/notices/history")
    expect(page.locator(".history .doubts").first).to_contain_text("north")


@pytest.mark.parametrize("language", ["ar", "zgh", "fr", "en"])
def test_the_form_and_its_preview_are_whole_in_every_width(hall, screen, sign_in, language):
    page = form(hall, sign_in, language)
    write(page, title_ar=TEXTS["ar"], title_fr=TEXTS["fr"], text_fr=LONG)
    expect(page.locator("#preview-picture")).to_be_visible()
    found = barriers(page)
    for name, (width, height) in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        look(page, f"preview-{name}-{language}")
        found += [(name, fault) for fault in faults(page)]

    assert found == []
