"""The public page of the order, and the supervisors' report: for everybody, on any telephone."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.arriving import tap_through
from tests.browser.barriers import barriers, direction, right
from tests.browser.looking import LANGUAGES

pytestmark = pytest.mark.browser

TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture
def called(hall) -> str:
    """One called in turn and one out of turn, whose number this is; two services with outcomes."""
    hall.take("legalisation")
    ticket: str = hall.take("legalisation")["ticket"]
    with hall.tablet("amina") as agent:
        agent.ask("open", counter=4)
        agent.ask("call_ticket", ticket=ticket, reason="she is unwell")
        agent.ask("no_show")
        agent.ask("call_next")
        agent.ask("no_show")
        for outcome in ("resolved", "incomplete_file"):
            hall.take("legalisation")
            agent.ask("call_next")
            agent.ask("start")
            agent.ask("finish", outcome=outcome)
        agent.ask("close")
    return ticket


def telephone(browser: Browser, *, has_scripts: bool = True) -> Page:
    context = browser.new_context(
        viewport={"width": 320, "height": 640}, java_script_enabled=has_scripts
    )
    return context.new_page()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_order_is_accessible_on_the_smallest_telephone(hall, browser, called, language) -> None:
    page = telephone(browser)
    page.goto(f"{hall.url}/language/{language}?next=/order")

    expect(page.locator(".calls > li", has_text=called).first).to_be_visible()
    assert (direction(page), barriers(page)) == (right(language), [])
    assert page.evaluate(TOO_WIDE) is False
    page.context.close()


def test_the_order_needs_no_scripts(hall, browser, called) -> None:
    page = telephone(browser, has_scripts=False)
    page.goto(f"{hall.url}/language/en?next=/order")

    passed = page.locator(".calls > .is-out", has_text=called)
    expect(passed.first).to_contain_text("Out of turn. The reason is in the hall’s report.")
    page.context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_is_accessible(hall, sign_in, called, language) -> None:
    page = sign_in("salma", language)
    tap_through(page, "a[href='/reports']")

    expect(page.locator(".calls th", has_text=called).first).to_be_visible()
    assert (direction(page), barriers(page)) == (right(language), [])
    assert page.evaluate(TOO_WIDE) is False
