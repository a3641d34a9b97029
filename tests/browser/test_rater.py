"""A tablet on a counter asks, takes an answer, thanks, and shows nothing of it afterwards."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from controller.hall.events import VisitRated
from tests.browser.barriers import barriers
from tests.browser.layout import faults
from tests.browser.looking import LANGUAGES
from tests.browser.served import ServedHall

pytestmark = pytest.mark.browser


@pytest.fixture
def tablet(hall: ServedHall, browser):
    context = browser.new_context(viewport={"width": 800, "height": 600}, has_touch=True)
    page = context.new_page()
    page.goto(f"{hall.url}/satisfaction/4")
    page.fill("#token", hall.tokens["faces-4"])
    page.tap("button.keep")
    # Somebody may have been served there in an earlier test, and is still asked.
    expect(page.locator(".nobody, #question")).to_be_visible()
    yield page
    context.close()


def keep(page: Page, name: str) -> None:
    if folder := os.environ.get("STEPS_PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}.png")


def wrong(page: Page) -> list[object]:
    return [*faults(page), *barriers(page)]


def test_it_asks_each_visitor_in_their_language_and_clears_itself(hall, tablet) -> None:
    tickets = [hall.take("legalisation", language=language)["ticket"] for language in LANGUAGES]
    with hall.tablet("amina") as agent:
        agent.ask("open", counter=4, services=["legalisation"])
        for language, ticket in zip(LANGUAGES, tickets, strict=True):
            for step in ("call_next", "start", "finish"):
                agent.ask(step)
            expect(tablet.locator(f"[data-ticket={ticket}][lang={language}]")).to_be_visible()
            assert (language, wrong(tablet)) == (language, [])
            keep(tablet, f"rater-asks-{language}")
            tablet.tap("#faces button[value='4']")
            expect(tablet.locator("#why")).to_be_visible()
            assert (language, wrong(tablet)) == (language, [])
            keep(tablet, f"rater-why-{language}")
            tablet.tap("#why button[value='welcome']")
            expect(tablet.locator("#thanks")).to_be_visible()
            expect(tablet.locator(".nobody")).to_be_visible()
            assert ticket not in tablet.locator("body").inner_text()

    rated = [event for event in hall.journal() if isinstance(event, VisitRated)][-4:]
    assert [(e.ticket, e.face, e.about) for e in rated] == [(t, 4, "welcome") for t in tickets]


def test_a_lost_controller_is_told_and_nobody_is_thanked_for_nothing(hall, tablet) -> None:
    hall.take("legalisation")
    with hall.tablet("amina") as agent:
        agent.ask("open", counter=4, services=["legalisation"])
        for step in ("call_next", "start", "finish"):
            agent.ask(step)
    expect(tablet.locator("#question")).to_be_visible()
    tablet.context.set_offline(True)
    expect(tablet.locator("#lost")).to_be_visible()
    tablet.tap("#faces button[value='1']")
    tablet.tap("#why .done")
    expect(tablet.locator("#thanks")).to_be_hidden()
    tablet.context.set_offline(False)
