"""The public pages are accessible in each language, and what has the focus is seen.

The staff's pages are examined in each of their states by the walks beside this file.
"""

import pytest
from playwright.sync_api import expect

from tests.browser.barriers import barriers, direction, right
from tests.browser.looking import LANGUAGES, PHONE

pytestmark = pytest.mark.browser


def test_the_public_pages_are_accessible(hall, browser):
    slip = hall.take("legalisation")
    context = browser.new_context(viewport={"width": PHONE[0], "height": PHONE[1]})
    page = context.new_page()

    for language in LANGUAGES:
        page.goto(f"{hall.url}/language/{language}?next=/sign-in")
        for address in ("/sign-in", slip["url"].replace("HTTP://", "http://"), "/T/NOBODYS1"):
            page.goto(address if address.startswith("http") else hall.url + address)
            assert (address, direction(page), barriers(page)) == (address, right(language), [])
    context.close()


def test_what_has_the_focus_is_seen(sign_in):
    page = sign_in("amina")
    expect(page.locator("#choose")).to_be_visible()

    page.keyboard.press("Tab")

    seen = "getComputedStyle(document.activeElement).outlineStyle"
    assert (page.evaluate("document.activeElement.tagName"), page.evaluate(seen)) == ("A", "solid")
