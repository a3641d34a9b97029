"""The staff's dialogs that ask step by step: whole, legible and accessible, in each language.

With `STEPS_PICTURES=folder` each of them is also saved as a picture, in every size.
"""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.layout import faults
from tests.browser.test_accessibility import faults as barriers

pytestmark = pytest.mark.browser

LANGUAGES = ["ar", "zgh", "fr", "en"]
SIZES = ((1024, 768), (768, 1024), (390, 844), (1280, 800))
"""The last one stays."""


class Look:
    """Looks at a page in every size, and keeps what is wrong."""

    def __init__(self, page: Page) -> None:
        self.page, self.wrong = page, []

    def __call__(self, name: str) -> None:
        for width, height in SIZES:
            self.page.set_viewport_size({"width": width, "height": height})
            self.page.evaluate("() => new Promise(requestAnimationFrame)")  # the chart follows
            self.wrong += [(name, width, fault) for fault in faults(self.page)]
            self._save(f"{name}-{width}")
        self.wrong += [(name, "axe", fault) for fault in barriers(self.page)]

    def _save(self, name: str) -> None:
        if folder := os.environ.get("STEPS_PICTURES"):
            language = self.page.get_attribute("html", "lang")
            self.page.screenshot(path=Path(folder) / f"{name.replace(' > ', '-')}-{language}.png")

    def at(self, *values: str) -> None:
        for value in values:
            self.page.tap(f"#steps-dialog [data-value='{value}']")
        self(" > ".join(values))


def ready(page: Page, state: str) -> None:
    expect(page.locator(f"body[data-state={state}]:not(.is-busy)")).to_be_attached()


def ask(page: Page, event: str, state: str) -> None:
    page.tap(f".actions [data-ask={event}]")
    ready(page, state)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_agents_further_actions_are_whole_and_accessible(hall, sign_in, language):
    ticket = hall.take("legalisation", "fr", priority="elderly", quantity=3, then=["tnb"])["ticket"]
    late = hall.take("legalisation")["ticket"]
    page = sign_in("amina", language)
    look = Look(page)
    other = sign_in("karim")
    other.tap("[data-counter='6']")
    page.tap("[data-counter='4']")
    expect(page.locator("#waiting-total")).to_have_text("2")

    page.tap("#more")
    look("more")
    look.at("call_ticket")
    look.at(late)
    page.tap("#steps-dialog [data-choice='2']")
    ready(page, "called")
    page.tap("#more")
    page.tap("#steps-dialog [data-value=park]")
    page.tap("#steps-dialog [data-choice='0']")
    look("place")
    page.tap("#steps-dialog [data-choice='1']")
    look("minutes")
    page.tap("#steps-dialog [data-value='15']")
    ready(page, "none")
    page.tap("#more")
    look.at("resume_ticket")
    page.keyboard.press("Escape")
    ask(page, "call_next", "called")
    expect(page.locator("#number")).to_have_text(ticket)
    ask(page, "start", "serving")
    look("serving")
    page.tap("#transfer")
    look("transfer")
    for kind in ("counter", "agent"):
        page.tap(f"[data-kind={kind}]")
        look(f"transfer-{kind}")
    page.tap("#transfer-cancel")
    page.tap("#more")
    look.at("finish")
    look.at("resolved")
    page.tap("#steps-confirm")
    look("note")
    page.tap("#steps-confirm")
    ready(page, "none")
    page.tap("#more")
    page.tap("#steps-dialog [data-value=pause]")
    page.tap("#steps-dialog [data-choice='0']")
    ready(page, "paused")
    look("paused")

    assert look.wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_supervisors_interventions_are_whole_and_accessible(hall, sign_in, language):
    for _ in range(3):
        hall.take("hygiene")
    agent = sign_in("karim")
    agent.tap("[data-counter='4']")
    page = sign_in("salma", language)
    look = Look(page)
    expect(page.locator("#counters tr").nth(3)).to_contain_text("Karim")

    page.tap("[data-intervene=pause_service]")
    look("pause_service")
    page.tap("#steps-dialog [data-value=tnb]")
    look("why")
    page.tap("#steps-dialog [data-choice='0']")
    expect(page.locator("#paused > *")).to_have_count(1)
    expect(page.locator("#alerts .alert")).to_be_visible(timeout=9000)
    look("page")
    page.tap("[data-intervene=change_services]")
    look("change_services")
    look.at("4")
    page.keyboard.press("Escape")
    page.tap("[data-intervene=cancel]")
    look("cancel")
    page.keyboard.press("Escape")
    page.tap("[data-intervene=close_day]")
    look("close_day")
    page.tap("#steps-back")
    page.tap("[data-intervene=resume_service]")
    page.tap("#steps-dialog [data-value=tnb]")
    expect(page.locator("#paused > *")).to_have_count(0)

    assert look.wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_supervisor_may_do_with_a_ticket_is_whole_and_accessible(hall, sign_in, language):
    tickets = [hall.take("hygiene")["ticket"] for _ in range(3)]
    agent = sign_in("karim")
    agent.tap("[data-counter='5']")
    agent.tap("[data-ask=call_next]")
    ready(agent, "called")
    agent.tap("[data-ask=no_show]")
    page = sign_in("salma", language)
    look = Look(page)
    expect(page.locator("#counters tr").nth(4)).to_contain_text("Karim")

    page.tap("[data-intervene=redirect]")
    look("redirect")
    look.at(tickets[1])
    look.at("agent")
    look.at("karim")
    look.at("last")
    page.keyboard.press("Escape")
    page.tap("[data-intervene=reprioritise]")
    look("reprioritise")
    look.at(tickets[1])
    look.at("elderly")
    page.keyboard.press("Escape")
    page.tap("[data-intervene=reinstate]")
    look("reinstate")
    page.keyboard.press("Escape")

    assert look.wrong == []
