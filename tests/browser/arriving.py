"""Wait until a page is all there: before that it has no styles, or not its own letters."""

from playwright.sync_api import Page, expect

IS_THERE = """() => document.readyState === "complete"
  && [...document.querySelectorAll("link[rel=stylesheet]")].every(({ sheet }) => sheet !== null)
  && document.fonts.status === "loaded"
"""


def arrive(page: Page) -> None:
    """Wait for the page, its styles and its fonts; raises `TimeoutError` when they do not come."""
    page.wait_for_function(IS_THERE)


def settle(page: Page) -> None:
    """Wait until the page is all there, has its link, and asks for nothing any more."""
    arrive(page)
    expect(page.locator("body:not(.is-cut):not(.is-busy)")).to_be_attached()


def tap_through(page: Page, target: str) -> None:
    """Tap what leads to another page, and wait for that one, not for the one that is left."""
    with page.expect_event("load"):
        page.tap(target)
    arrive(page)


def open_dialog(page: Page, button: str) -> None:
    """Tap a button, and wait for the dialog that it opens."""
    page.tap(button)
    expect(page.locator("dialog[open]")).to_be_visible()


def close_dialog(page: Page, button: str) -> None:
    """Tap a dialog's button, and wait until no dialog is open."""
    page.tap(button)
    expect(page.locator("dialog[open]")).to_have_count(0)
