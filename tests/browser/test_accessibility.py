"""axe-core examines each page in each language: contrast, names, languages, targets."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from controller.web.assets import ROOT

pytestmark = pytest.mark.browser

LANGUAGES = ["ar", "zgh", "fr", "en"]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = {
    # The page behind the QR has no scripts and nothing to type: it may load itself anew.
    "meta-refresh": {"enabled": False},
    "target-size": {"enabled": True},
}


def faults(page: Page) -> list[str]:
    """Return what axe finds, one line for each thing, and the targets that are under 44 pixels."""
    page.evaluate("document.fonts.ready")
    # not as a script of the page's: its policy lets in only its own
    page.evaluate(f"() => {{ {AXE.read_text(encoding='utf-8')} }}")
    found: dict[str, Any] = page.evaluate("rules => axe.run(document, {rules})", RULES)
    broken = [
        f"{each['id']}: {node['html'][:120]}"
        for each in found["violations"]
        for node in each["nodes"]
    ]
    return broken + page.evaluate(SMALL)


SMALL = """() => [...document.querySelectorAll('a, button, input:not([type=hidden])')]
  .filter((each) => each.checkVisibility())
  .map((each) => ({ each, box: each.getBoundingClientRect() }))
  .filter(({ box }) => box.width < 44 || box.height < 44)
  .map(({ each, box }) => `${box.width} x ${box.height}: ${each.outerHTML.slice(0, 90)}`)"""


def direction(page: Page) -> tuple[str | None, str | None, bool]:
    root = page.locator("html")
    return root.get_attribute("lang"), root.get_attribute("dir"), page.title() not in {"", "Nouba"}


def right(language: str) -> tuple[str, str, bool]:
    return language, "rtl" if language == "ar" else "ltr", True


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_public_pages_are_accessible(hall, browser, language):
    slip = hall.take("legalisation")
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()

    for address in ("/sign-in", slip["url"].replace("HTTP://", "http://"), "/T/NOBODYS1"):
        page.goto(f"{hall.url}/language/{language}?next=/sign-in")
        page.goto(address if address.startswith("http") else hall.url + address)
        assert (address, direction(page), faults(page)) == (address, right(language), [])
    context.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_agents_page_is_accessible_in_each_state(hall, sign_in, language):
    hall.take("legalisation")
    page = sign_in("amina", language)
    expect(page.locator("#choose")).to_be_visible()
    assert (direction(page), faults(page)) == (right(language), [])

    page.tap("[data-counter='4']")
    for event, state in (("call_next", "called"), ("start", "serving")):
        expect(page.locator(f"[data-ask={event}]")).to_be_enabled()
        assert faults(page) == []
        page.tap(f"[data-ask={event}]")
        expect(page.locator(f"body[data-state={state}]")).to_be_attached()
    for button in ("#transfer", "#sheet"):
        page.tap(button)
        assert faults(page) == []
        page.keyboard.press("Escape")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_supervisors_page_is_accessible(hall, sign_in, language):
    hall.take("legalisation")
    agent = sign_in("karim")
    agent.tap("[data-counter='4']")
    agent.tap("[data-ask=call_next]")
    page = sign_in("salma", language, 1440, 900)
    expect(page.locator("[data-release]")).to_be_visible()

    assert (direction(page), faults(page)) == (right(language), [])
    page.tap("[data-release]")
    assert faults(page) == []


def test_what_has_the_focus_is_seen(sign_in):
    page = sign_in("amina")
    expect(page.locator("#choose")).to_be_visible()

    page.keyboard.press("Tab")

    seen = "getComputedStyle(document.activeElement).outlineStyle"
    assert (page.evaluate("document.activeElement.tagName"), page.evaluate(seen)) == ("A", "solid")
