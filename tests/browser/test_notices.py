"""The editors' page in a real browser: one form, every screen, and no barrier on the way."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
import socketio
from playwright.sync_api import Page, expect

from tests.browser.barriers import barriers, direction, right
from tests.controller.intake.drawn import jpeg

pytestmark = pytest.mark.browser

TEXTS = {
    "ar": "مكتب الحالة المدنية مغلق اليوم ابتداء من الساعة الثانية بعد الزوال",
    "fr": "L’état civil est fermé aujourd’hui à partir de 14 heures",
}


@pytest.fixture
def screen(hall):
    """A hall screen that plays whatever is published."""
    client = socketio.Client(reconnection=False)

    def play(published):
        about = {"number": published["number"], "sha256": published["sha256"]}
        about |= {"state": "playing", "since": datetime.now(UTC).isoformat(), "clock_trust": "ntp"}
        client.emit("playing", about, "/screens")

    client.on("published", play, namespace="/screens")
    name = next(each for each in hall.tokens if each != "entrance")
    client.connect(hall.url, {}, {"token": hall.tokens[name]}, ["websocket"], ["/screens"])
    yield client
    client.disconnect()


def look(page: Page, name: str) -> None:
    """Keep a picture where somebody asks for one."""
    if folder := os.environ.get("NOUBA_PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def test_a_notice_goes_to_the_screens_and_leaves_them_without_a_reload(hall, screen, sign_in):
    page = sign_in("houda")
    page.goto(f"{hall.url}/notices")
    page.click("a[href$='/new/closure']")
    for language, text in TEXTS.items():
        page.fill(f"#title_{language}", text)
    page.click("button[value=publish]")

    expect(page.locator("#now .sum b")).to_have_text("1 / 1")
    expect(page.locator("#now li")).to_contain_text("Shows it")
    screen.disconnect()
    expect(page.locator("#now li")).to_contain_text("Off")
    page.click(".take-down")
    expect(page.locator(".all .what")).to_contain_text("Taken down")


def test_a_picture_is_sent_taken_away_and_a_bad_file_is_refused(hall, sign_in, tmp_path):
    page = sign_in("houda")
    page.goto(f"{hall.url}/notices/new/notice")
    good, bad = tmp_path / "poster.jpg", tmp_path / "poster.gif"
    good.write_bytes(jpeg((800, 500)))
    bad.write_bytes(b"GIF89a, which no screen shows")

    page.set_input_files("#file-input", good)
    expect(page.locator("#file-pages img")).to_have_js_property("naturalWidth", 800)
    expect(page.locator("#text_fr")).to_be_hidden()
    page.click("#file-away")
    expect(page.locator("#text_fr")).to_be_visible()

    page.set_input_files("#file-input", bad)
    expect(page.locator("#file-problem")).to_contain_text("JPEG, PNG or WebP")
    expect(page.locator("#file-pages img")).to_have_count(0)
    expect(page.locator("#publish")).to_be_enabled()


@pytest.mark.parametrize("language", ["ar", "zgh", "fr", "en"])
def test_no_barrier_keeps_an_editor_from_writing(hall, sign_in, language):
    page = sign_in("houda", language)
    found = []
    for address in ("", "/new/weather", "/new/session", "/new/notice", "/history"):
        page.goto(f"{hall.url}/notices{address}")
        for each in page.locator("summary").all():
            each.click()
        assert direction(page) == right(language)
        look(page, f"notices{address.replace('/', '-')}-{language}")
        found += barriers(page)

    assert found == []
