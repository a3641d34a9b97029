"""A television before a real controller: what is called, told and dangerous is on its glass."""

import uuid

import pytest
import requests
import socketio
from playwright.sync_api import expect

from tests.browser.served import PASSWORD
from tests.browser.televisions import (
    FREE_SOUND,
    NO_SOUND_YET,
    WebScreens,
    browser_with,
    television,
)

pytestmark = pytest.mark.browser

SERVICES = ["birth_copy", "legalisation"]

WATCH_FLASHES = """() => {
  window.flashes = [];
  const seen = (changes) => changes.forEach(({ target, oldValue }) => {
    const is = target.classList.contains("bright");
    if (target.classList.contains("call") && is !== oldValue.includes("bright"))
      window.flashes.push(performance.now());
  });
  new MutationObserver(seen).observe(document.getElementById("screen"), {
    attributes: true, attributeFilter: ["class"], attributeOldValue: true, subtree: true,
  });
}"""

HIDE = """is => {
  Object.defineProperty(document, "hidden", { value: is, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


@pytest.fixture(scope="module")
def program(shared_hall, tmp_path_factory):
    folder = tmp_path_factory.mktemp("web-screens")
    program = WebScreens(shared_hall.url, shared_hall.tokens["north"], folder)
    yield program
    assert program.stop() == 0


@pytest.fixture(scope="module")
def loud(browser):
    started = browser_with(browser, FREE_SOUND)
    yield started
    started.close()


@pytest.fixture
def tv(loud, program, shared_hall):
    with television(loud, program.address, shared_hall.tokens["north"]) as page:
        expect(page.locator(".header .waiting, .header .number").first).to_be_visible()
        expect(page.locator(".card")).to_be_visible()
        yield page


@pytest.fixture
def agent(shared_hall):
    with shared_hall.tablet("amina") as tablet:
        tablet.ask("open", counter=1, services=SERVICES)
        yield tablet
    with shared_hall.tablet("amina") as tablet:  # which knows how far she is now
        tablet.leave()


@pytest.fixture
def supervisor(shared_hall):
    credentials = {"name": "salma", "password": PASSWORD}
    session = requests.post(f"{shared_hall.url}/api/sign-in", json=credentials, timeout=30).json()
    client = socketio.SimpleClient()
    client.connect(shared_hall.url, namespace="/supervisors", auth=session)
    yield client
    client.disconnect()


def ask(client, event, **data):
    return client.call(event, {"request": uuid.uuid4().hex} | data, timeout=30)


def test_a_call_flashes_as_is_allowed_is_spoken_and_gives_the_stage_back(tv, shared_hall, agent):
    tv.evaluate(WATCH_FLASHES)
    ticket = shared_hall.take("birth_copy")["ticket"]
    expect(tv.locator(".queue .number")).to_have_text("1")

    with tv.expect_request("**/heard", timeout=60_000) as heard:
        agent.ask("call_next")
        expect(tv.locator(".call .called-ticket")).to_have_text(ticket)
    assert tv.locator(".call .called-counter").inner_text() == "1"
    assert heard.value.post_data_json["why"] == ""
    flashes = tv.evaluate("window.flashes")
    in_a_second = [sum(0 <= each - first < 1000 for each in flashes) for first in flashes]
    assert 2 <= max(in_a_second) <= 6  # a flash is two changes, and three are allowed

    receipt = agent.receipt(lambda told: told["spoken"] == 1)
    assert receipt == {"screens": 1, "shown": 1, "spoken": 1, "off": []}

    agent.ask("start")
    expect(tv.locator(".call")).to_have_count(0)
    expect(tv.locator(".card")).to_be_visible()
    expect(tv.locator(".list .ticket")).to_have_text(ticket)


def test_an_emergency_covers_everything_in_each_language_until_it_is_lifted(
    tv, shared_hall, agent, supervisor
):
    shared_hall.take("birth_copy")
    agent.ask("call_next")
    expect(tv.locator(".call")).to_be_visible()
    ask(supervisor, "raise_emergency", kind="evacuation")
    try:
        expect(tv.locator(".alarm")).to_be_visible()
        assert tv.locator("#screen > *").count() == 1
        languages = tv.locator(".order").evaluate_all("all => all.map(({ lang }) => lang)")
        assert languages == ["ar", "fr", "en"]
    finally:
        ask(supervisor, "lift_emergency", kind="evacuation")
    expect(tv.locator(".alarm")).to_have_count(0)
    expect(tv.locator(".call")).to_be_visible()


def test_a_screen_that_is_turned_upright_is_laid_out_anew(tv):
    tv.set_viewport_size({"width": 1080, "height": 1920})
    expect(tv.locator(".header.upright")).to_be_visible()
    assert tv.evaluate("document.getElementById('screen').style.transform") == ""


def test_a_killed_controller_is_told_and_the_screen_is_right_again_by_itself(tv, shared_hall):
    shared_hall.kill()
    expect(tv.locator(".lost")).to_be_visible()
    assert tv.locator(".header").count() == 0
    expect(tv.locator(".card")).to_be_visible()
    shared_hall.start()
    expect(tv.locator(".lost")).to_have_count(0)
    expect(tv.locator(".header")).to_be_visible()


def test_a_page_that_has_lost_its_program_says_so_itself_and_comes_back(tv, program):
    program.kill()
    expect(tv.locator(".lost .sentence[lang=ar]")).to_be_visible()
    program.start()
    expect(tv.locator(".lost")).to_have_count(0)
    expect(tv.locator(".header")).to_be_visible()


def test_a_hidden_page_is_no_screen_and_is_one_again_when_it_is_seen(tv, shared_hall, supervisor):
    def is_connected(wanted):
        while True:
            event, data = supervisor.receive(timeout=30)
            if event != "overview":
                continue
            states = {each["name"]: each["is_connected"] for each in data["devices"]}
            if states.get("north") == wanted:
                return True

    assert is_connected(True)
    tv.evaluate(HIDE, True)
    assert is_connected(False)
    tv.evaluate(HIDE, False)
    assert is_connected(True)


def test_where_the_browser_lets_no_sound_out_the_page_asks_for_a_tap(browser, program, shared_hall):
    quiet = browser_with(browser, NO_SOUND_YET)
    with television(quiet, program.address, shared_hall.tokens["north"]) as page:
        expect(page.locator("#tap")).to_be_visible()
        expect(page.locator("#tap [lang=fr]")).to_have_text(
            "Touchez l’écran ou appuyez sur OK : son et plein écran"
        )
        page.click("#tap")
        expect(page.locator("#tap")).to_be_hidden()
    quiet.close()


def test_a_browser_without_the_screens_token_is_shown_a_sentence(browser, program):
    page = browser.new_page()
    page.goto(program.address)
    expect(page.locator("p[lang=ar]")).to_contain_text("هذا المتصفح")
    page.close()
