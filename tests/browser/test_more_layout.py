"""The dialogs of the staff's further actions: whole, legible and accessible, in each language."""

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
        self.wrong += [(name, "axe", fault) for fault in barriers(self.page)]

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
    page.tap("#transfer-cancel")
    ask(page, "finish", "none")
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
