"""A cheap telephone follows a ticket: small, slow, cut off at times, without scripts."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.barriers import barriers
from tests.browser.layout import faults
from tests.browser.looking import LANGUAGES

pytestmark = pytest.mark.browser

SMALL = {"width": 320, "height": 568}
FIRST_VISIT = 30_000
"""Bytes of all that comes over the network, uncompressed: some six seconds on a slow 2G."""


@contextmanager
def telephone(browser: Browser, **more: object) -> Iterator[Page]:
    context = browser.new_context(viewport=SMALL, is_mobile=True, has_touch=True, **more)
    yield context.new_page()
    context.close()


def visit(page: Page, hall, slip, language: str) -> None:
    path = slip["url"].split("/", 3)[3]
    page.goto(f"{hall.url}/language/{language}?next=/{path}")


def mark(pages: dict[str, Page]) -> None:
    for page in pages.values():
        page.evaluate("window.isMarked = true")


def is_the_same(page: Page) -> bool:
    """Whether the page was not loaded again since it was marked."""
    return bool(page.evaluate("window.isMarked === true"))


def look(pages: dict[str, Page], state: str) -> list[tuple[str, str]]:
    """Wait for the state on all telephones, and return what is wrong with it anywhere."""
    wrong = []
    for language, page in pages.items():
        expect(page.locator(f"body.{state}")).to_be_attached()
        assert page.evaluate("document.documentElement.scrollWidth") == SMALL["width"]
        wrong += [(language, each) for each in (*faults(page), *barriers(page))]
    return wrong


def test_the_page_follows_live_and_asks_at_the_end_in_four_languages(hall, browser) -> None:
    slip = hall.take("legalisation", then=["birth_copy"])
    with hall.tablet("amina") as agent:
        agent.ask("open", counter=4, services=["legalisation", "birth_copy"])
        contexts = [telephone(browser) for _ in LANGUAGES]
        pages = dict(zip(LANGUAGES, (each.__enter__() for each in contexts), strict=True))
        for language, page in pages.items():
            visit(page, hall, slip, language)
        mark(pages)
        assert look(pages, "follow-waiting") == []
        agent.ask("call_next")
        assert look(pages, "follow-called") == []
        for page in pages.values():
            assert is_the_same(page)
            expect(page.locator(".counter")).to_have_text("4")
            expect(page.locator(".papers")).to_have_count(0)
        agent.ask("start")
        agent.ask("finish")
        assert look(pages, "follow-waiting") == []
        for page in pages.values():
            expect(page.locator(".faces button")).to_have_count(5)
            expect(page.locator(".papers")).to_have_count(1)
        agent.ask("call_next")
        agent.ask("start")
        agent.ask("finish")
        assert look(pages, "follow-finished") == []
        for page in pages.values():
            page.tap(".faces button[value='2']")
            expect(page.locator(".faces [aria-current]")).to_have_attribute("value", "2")
            page.tap(".topics button[value='wait']")
            expect(page.locator(".topics [aria-current]")).to_have_attribute("value", "wait")
        assert look(pages, "follow-finished") == []
        for each in contexts:
            each.__exit__(None, None, None)


def test_a_lost_network_is_told_with_the_time_and_mends(hall, browser) -> None:
    slip = hall.take("legalisation")
    with telephone(browser) as page:
        visit(page, hall, slip, "fr")
        clock = page.locator("#at").inner_text()
        expect(page.locator("#stale")).to_be_hidden()
        page.context.set_offline(True)
        expect(page.locator("#stale")).to_be_visible()
        expect(page.locator("#stale-at")).to_have_text(clock)
        expect(page.locator("#fresh")).to_be_hidden()
        assert faults(page) == []
        page.context.set_offline(False)
        expect(page.locator("#stale")).to_be_hidden()
        expect(page.locator("#fresh")).to_be_visible()


def test_without_scripts_the_page_comes_again_by_itself_and_everything_can_be_done(
    hall, browser
) -> None:
    slip = hall.take("legalisation")
    with telephone(browser, java_script_enabled=False) as page:
        visit(page, hall, slip, "ar")
        expect(page.locator("noscript meta[http-equiv=refresh][content='10']")).to_be_attached()
        expect(page.locator("#options")).to_be_hidden()
        page.tap("a.give-up")
        page.tap("button.give-up")
        expect(page.locator("body.follow-cancelled")).to_be_attached()
        page.tap("button.keep")
        expect(page.locator("body.follow-waiting")).to_be_attached()


def test_the_first_visit_is_light_and_the_next_lighter(hall, browser) -> None:
    slip = hall.take("legalisation")
    with telephone(browser) as page:
        came: list[int] = []
        page.on("requestfinished", lambda each: came.append(each.sizes()["responseBodySize"]))
        visit(page, hall, slip, "ar")
        expect(page.locator("#options")).to_be_visible()
        page.wait_for_load_state("load")
        first = sum(came)
        came.clear()
        page.reload()
        expect(page.locator("#options")).to_be_visible()

    assert 0 < first < FIRST_VISIT
    assert sum(came) < first / 2


def test_sound_and_light_are_the_visitors_to_ask_for(hall, browser) -> None:
    slip = hall.take("legalisation")
    with telephone(browser) as page:
        visit(page, hall, slip, "en")
        page.evaluate("navigator.vibrate = (pattern) => { window.buzzed = pattern; return true; }")
        for button in ("#sound", "#awake"):
            expect(page.locator(button)).to_have_attribute("aria-pressed", "false")
        page.tap("#sound")
        expect(page.locator("#sound")).to_have_attribute("aria-pressed", "true")
        with hall.tablet("amina") as agent:
            agent.ask("open", counter=4, services=["legalisation"])
            agent.ask("call_next")
            expect(page.locator("body.follow-called")).to_be_attached()
        assert sum(page.evaluate("window.buzzed")) > 1000
