"""Take a page's picture in each language, or what one of its questions shows."""

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from nouba.pages import save, speak
from wire.messages import LANGUAGES

PHONE = (390, 844)
"""A visitor's telephone, in CSS pixels."""

DRAWN = 400.0
"""Milliseconds until a page has drawn what it just received."""

DIALOG = "#steps-dialog"
"""Where the staff's pages ask one thing after the other."""


def open_page(browser: Browser, size: tuple[int, int]) -> Page:
    """Return an empty page of that size, in a context of its own."""
    width, height = size
    viewport = {"width": width, "height": height}
    return browser.new_context(viewport=viewport, has_touch=True).new_page()  # type: ignore[arg-type]  # a TypedDict


def choose(page: Page, opener: str, *values: str) -> None:
    """Open the questions of a page, and answer them one after the other."""
    page.tap(opener)
    page.wait_for_selector(f"{DIALOG}[open]")
    for value in values:
        page.tap(f"{DIALOG} [data-value='{value}']")


@dataclass(frozen=True, slots=True)
class Looker:
    """Looks at one page and keeps what it sees."""

    page: Page
    folder: Path

    def keep(self, name: str, wait: str = "body") -> None:
        """Take the page in each language, once what must be on it, `wait`, is there."""
        for language in LANGUAGES:
            speak(self.page, language)
            self.page.wait_for_selector(wait)
            self.page.wait_for_timeout(DRAWN)
            save(self.page, self.folder / f"page-{name}-{language}.png")

    def keep_question(self, name: str, opener: str, *values: str) -> None:
        """Take in each language the question that follows these answers, and answer it not."""
        for language in LANGUAGES:
            speak(self.page, language)
            choose(self.page, opener, *values)
            self.page.wait_for_timeout(DRAWN)
            save(self.page, self.folder / f"page-{name}-{language}.png")
            for _ in range(1 + len(values)):
                self.page.tap("#steps-back")
            self.page.wait_for_selector(DIALOG, state="hidden")
