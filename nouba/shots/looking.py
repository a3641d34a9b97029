"""Take a page's picture in each language, or what one of its questions shows."""

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from nouba.pages import save, speak
from wire.messages import LANGUAGES, Language

PHONE = (390, 844)
"""A visitor's telephone, in CSS pixels."""

DRAWN = 400.0
"""Milliseconds until a page has drawn what it just received."""

DIALOG = "#steps-dialog"
"""Where the staff's pages ask one thing after the other."""

CONFIRM = "#steps-confirm"
"""What answers a question as it stands: how many, or none of several."""


def open_page(browser: Browser, size: tuple[int, int]) -> Page:
    """Return an empty page of that size, in a context of its own."""
    width, height = size
    viewport = {"width": width, "height": height}
    return browser.new_context(viewport=viewport, has_touch=True).new_page()  # type: ignore[arg-type]  # a TypedDict


def choose(page: Page, opener: str, *answers: str) -> None:
    """Open the questions of a page, and answer each: with a value, or with `CONFIRM`."""
    page.tap(opener)
    page.wait_for_selector(f"{DIALOG}[open]")
    for answer in answers:
        page.tap(answer if answer == CONFIRM else f"{DIALOG} [data-value='{answer}']")


@dataclass(frozen=True, slots=True)
class Looker:
    """Looks at one page and keeps what it sees."""

    page: Page
    folder: Path

    def take(self, name: str, language: Language, *, is_whole: bool = False) -> None:
        """Take what the page shows in this language now, or all of it."""
        self.page.wait_for_timeout(DRAWN)
        save(self.page, self.folder / f"page-{name}-{language}.png", is_whole=is_whole)

    def keep(self, name: str, wait: str = "body") -> None:
        """Take the page in each language, once what must be on it, `wait`, is there."""
        for language in LANGUAGES:
            speak(self.page, language)
            self.page.wait_for_selector(wait)
            self.take(name, language)

    def keep_dialog(self, name: str, opener: str, close: str) -> None:
        """Take in each language the dialog that a button opens, and close it."""
        for language in LANGUAGES:
            speak(self.page, language)
            self.page.tap(opener)
            self.page.wait_for_selector("dialog[open]")
            self.take(name, language)
            self.page.tap(close)

    def keep_question(self, name: str, opener: str, *answers: str) -> None:
        """Take in each language the question that follows these answers, and answer it not."""
        for language in LANGUAGES:
            speak(self.page, language)
            choose(self.page, opener, *answers)
            self.take(name, language)
            for _ in range(1 + len(answers)):
                self.page.tap("#steps-back")
            self.page.wait_for_selector(DIALOG, state="hidden")
