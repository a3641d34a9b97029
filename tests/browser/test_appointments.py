"""A visitor books on a telephone, moves and cancels, with no script at all."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser import layout
from tests.browser.arriving import open_dialog, tap_through
from tests.browser.barriers import barriers, direction, right
from tests.browser.looking import LANGUAGES
from tests.browser.served import ServedHall
from tests.browser.signed_in import Tablets

pytestmark = pytest.mark.browser

EVERY_DAY = "\n".join(
    f'{day} = ["08:30-12:30", "14:00-16:30"]'
    for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
)
RULES = f"[hours]\n{EVERY_DAY}\n[services.birth_copy]\nslot_minutes = 15\nslot_capacity = 2\n"


TOO_EARLY = re.compile(
    r"^It is too early: this appointment can be checked in from .\d\d/\d\d \d\d:\d\d. on\.$"
)
NOBODYS = "No appointment has this code."


@pytest.fixture(scope="module")
def booking_hall(tmp_path_factory, assets) -> Iterator[ServedHall]:
    served = ServedHall(tmp_path_factory.mktemp("booking"), RULES)
    served.start()
    yield served
    assert served.stop() == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_visitor_books_moves_and_cancels(booking_hall, browser, language) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 640}, has_touch=True)
    page = context.new_page()
    page.goto(f"{booking_hall.url}/language/{language}?next=/appointments")

    def tap(target: str) -> None:
        """Look at the page as it is, and go on."""
        assert wrong(page, language) == []
        tap_through(page, target)

    tap(".services a")
    tap(".days li:nth-child(3) a")
    tap(".times li:nth-child(4) a")
    tap("button.keep")
    expect(page.locator(".qr")).to_be_visible()
    code, when = page.inner_text(".code"), page.inner_text(".when")
    tap(".move")
    tap(".days li:nth-child(4) a")
    tap(".times li:nth-child(2) a")
    tap("button.keep")
    expect(page.locator(".code")).to_have_text(code)
    expect(page.locator(".when")).not_to_have_text(when)
    tap(".give-up")
    tap("button.give-up")
    expect(page.locator("body.fate-cancelled")).to_be_attached()
    assert wrong(page, language) == []
    assert page.goto(f"{booking_hall.url}/A/33333333").status == 404
    assert wrong(page, language) == []
    context.close()


def test_an_agent_is_told_who_cannot_be_checked_in_yet(booking_hall, browser) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 640}, has_touch=True)
    page.goto(f"{booking_hall.url}/language/en?next=/appointments")
    for target in (
        ".services a",
        ".days li:nth-child(3) a",
        ".times li:first-child a",
        "button.keep",
    ):
        tap_through(page, target)
    code = page.inner_text(".code")
    page.close()

    tablets = Tablets(browser, booking_hall.url)
    with tablets.pages() as open_page:
        agent = open_page("amina")
        for typed, sentence in ((code, TOO_EARLY), ("33333333", NOBODYS)):
            open_dialog(agent, "[data-further=check_in]")
            agent.fill("#steps-input", typed)
            agent.tap("#steps-confirm")
            expect(agent.locator("#refusal")).to_have_text(sentence)
    tablets.close()


def test_a_day_that_becomes_a_holiday_is_told_to_visitor_and_supervisor(
    booking_hall, browser
) -> None:
    phone = browser.new_page(viewport={"width": 360, "height": 640}, has_touch=True)
    phone.goto(f"{booking_hall.url}/language/ar?next=/appointments")
    tap_through(phone, ".services a")
    day = phone.get_attribute(".days li:nth-child(5) a", "href")[-len("2026-11-30") :]
    for target in (".days li:nth-child(5) a", ".times li:first-child a", "button.keep"):
        tap_through(phone, target)
    address, when = phone.url, phone.inner_text(".when")
    booking_hall.change_rules(
        f'{RULES}[[hours.periods]]\nfirst = {day}\nlast = {day}\nreason = "Aïd al-Fitr"\n'
    )

    phone.goto(address)
    expect(phone.locator(".notice-bad")).to_be_visible()
    expect(phone.locator(".days li")).to_have_count(4)
    assert wrong(phone, "ar") == []

    tablets = Tablets(browser, booking_hall.url)
    with tablets.pages() as open_page:
        supervisor = open_page("salma")
        for language in LANGUAGES:
            supervisor.goto(f"{booking_hall.url}/language/{language}?next=/expected")
            assert layout.faults(supervisor) == []
            assert barriers(supervisor) == []
        supervisor.fill("[name=because]", "Aïd al-Fitr")
        tap_through(supervisor, ".take-down")
        expect(supervisor.locator(".take-down")).to_have_count(0)
    tablets.close()

    phone.goto(address)
    expect(phone.locator(".notice-bad bdi")).to_have_text("Aïd al-Fitr")
    assert (phone.inner_text(".when"), wrong(phone, "ar")) == (when, [])
    phone.close()
    booking_hall.change_rules(RULES)


def wrong(page: Page, language: str) -> list[str]:
    """Return what is wrong with the page: its language, what axe finds, what leaves its place."""
    told = [] if direction(page) == right(language) else [f"{page.url}: {direction(page)}"]
    scripts = page.evaluate("[...document.scripts].map(each => each.outerHTML)")
    # axe is slow, and what it finds in English and French it finds in one of the others, too.
    examined = barriers(page) if language in {"ar", "zgh"} else []
    return [*told, *scripts, *examined, *layout.faults(page)]
