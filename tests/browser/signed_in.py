"""Each person's tablet: who has signed in on it stays so from test to test, as in a hall."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.arriving import arrive, tap_through
from tests.browser.served import PASSWORD

PATIENCE = 30_000
"""Milliseconds that a page may take for anything."""


class Tablets:
    """The tablets of the hall, one for each person."""

    def __init__(self, browser: Browser, url: str) -> None:
        self._browser, self._url = browser, url
        self._contexts: dict[str, BrowserContext] = {}

    @contextmanager
    def pages(self) -> Iterator[Callable[..., Page]]:
        """Let somebody open pages, until the block ends; fail when any of them complained."""
        complaints: list[str] = []
        pages: list[Page] = []

        def open_page(
            name: str, language: str = "en", width: int = 1280, height: int = 800
        ) -> Page:
            page = self._context(name).new_page()
            pages.append(page)
            page.set_viewport_size({"width": width, "height": height})
            _listen(page, complaints)
            self._enter(page, name, language)
            return page

        try:
            yield open_page
        finally:
            for page in pages:
                page.close()
        assert complaints == []

    def close(self) -> None:
        """Put all tablets away."""
        for context in self._contexts.values():
            context.close()

    def _context(self, name: str) -> BrowserContext:
        if name not in self._contexts:
            context = self._browser.new_context(has_touch=True)
            context.set_default_timeout(PATIENCE)
            self._contexts[name] = context
        return self._contexts[name]

    def _enter(self, page: Page, name: str, language: str) -> None:
        page.goto(f"{self._url}/language/{language}?next=/")
        if page.url.partition("?")[0].endswith("/sign-in"):
            page.fill("#name", name)
            page.fill("#password", PASSWORD)
            tap_through(page, "button[type=submit]")
        arrive(page)


def _listen(page: Page, complaints: list[str]) -> None:
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if _is_bad(said) else None)


def _is_bad(said: Any) -> bool:
    is_lost_link = "ERR_CONNECTION_REFUSED" in said.text or "WebSocket" in said.text
    return said.type in {"error", "warning"} and not is_lost_link
