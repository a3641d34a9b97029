"""The page of the screens in a real browser: alarms, pictures and newcomers, without a barrier."""

from hashlib import sha256

import pytest
import requests
import socketio
from playwright.sync_api import expect

from tests.browser.barriers import barriers, direction, right
from tests.controller.intake.drawn import jpeg

pytestmark = pytest.mark.browser

HEALTH = {
    "version": "0.1.0",
    "width": 1080,
    "height": 1920,
    "clock_trust": "controller",
    "disk_free": 10**10,
    "disk_size": 10**11,
    "warmth": 84.0,
}


@pytest.fixture
def screen(hall):
    """A hot screen that sends a picture whenever it is asked."""
    client = socketio.Client(reconnection=False)
    token = hall.tokens["north"]

    def send(wanted):
        address = f"{hall.url}/signage/pictures/{wanted['wish']}"
        headers = {"Authorization": f"Bearer {token}"}
        requests.post(address, jpeg((960, 540)), headers=headers, timeout=5).raise_for_status()

    client.on("picture", send, namespace="/screens")
    client.connect(hall.url, {}, {"token": token}, ["websocket"], ["/screens"])
    client.emit("health", HEALTH, "/screens")
    yield client
    client.disconnect()


def test_an_alarm_is_seen_a_picture_comes_and_a_new_screen_is_let_in(hall, screen, sign_in):
    del screen
    page = sign_in("salma", "en")
    expect(page.locator("#alerts .alarm")).to_contain_text("Its processor is too hot")
    expect(page.locator("#devices")).not_to_contain_text("false")

    page.goto(f"{hall.url}/screens")
    expect(page.locator(".is-ill .troubles")).to_contain_text("Its processor is too hot")
    page.click("form[action$='/north/picture'] button")
    expect(page.locator("figure img")).to_have_js_property("naturalWidth", 960)

    key = sha256(b"a new one").hexdigest()
    asked = {"kind": "screen", "key": key}
    code = requests.post(f"{hall.url}/api/pairing", json=asked, timeout=5).json()["code"]
    page.fill("#code", code)
    page.fill("#name", "lobby")
    page.click(".pairing .button-main")
    expect(page.locator(".notice-good")).to_contain_text("lobby")
    expect(page.locator("#now h3", has_text="lobby")).to_be_visible()
    hall.forget_device("lobby")


@pytest.mark.parametrize("language", ["ar", "zgh", "fr", "en"])
def test_no_barrier_keeps_a_supervisor_from_the_screens(hall, screen, sign_in, language):
    del screen
    page = sign_in("salma", language)
    page.goto(f"{hall.url}/screens")

    assert direction(page) == right(language)
    assert barriers(page) == []
