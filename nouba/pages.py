"""The staff's pages in a browser: sign in, choose a language, take a picture."""

from pathlib import Path

from playwright.sync_api import Browser, Page

from wire.messages import Language

TABLET = (1280, 800)
"""A ten-inch tablet's page, in CSS pixels."""


def staff_page(browser: Browser, address: str, name: str, password: str) -> Page:
    """Sign in on the page, in a context of its own, and return the person's page."""
    width, height = TABLET
    context = browser.new_context(viewport={"width": width, "height": height}, has_touch=True)
    page = context.new_page()
    page.goto(f"{address}/sign-in")
    page.fill("#name", name)
    page.fill("#password", password)
    page.tap("form[action*='sign-in'] button[type=submit]")
    page.wait_for_url(lambda url: not url.endswith("/sign-in"))
    return page


def speak(page: Page, language: Language) -> None:
    """Turn a page to a language by its own link, and wait until it is there."""
    page.tap(f".languages a[lang={language}]")
    page.wait_for_selector(f"html[lang={language}]")


def save(page: Page, path: Path, *, is_whole: bool = False) -> None:
    """Save what the page shows, or all of it, as PNG, once its styles and its fonts are there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    page.wait_for_load_state()
    page.evaluate("document.fonts.ready")
    page.screenshot(path=path, full_page=is_whole)
