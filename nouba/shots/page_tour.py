"""Go through all pages in a browser, in each language, and take their pictures."""

from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import Browser, Page

from nouba.demo.staff import AGENTS, PASSWORD, SUPERVISOR
from nouba.pages import TABLET, save, speak, staff_page
from wire.messages import LANGUAGES

PHONE = (390, 844)
"""A visitor's telephone, in CSS pixels."""

NOBODYS = "/T/NOBODYS1"
"""The page of a ticket that is not, or no longer, known."""

DRAWN = 400.0
"""Milliseconds until a page has drawn what it just received."""


class PageTour:
    """One agent's tablet, the supervisor's page, a visitor's telephone."""

    def __init__(self, browser: Browser, address: str, folder: Path) -> None:
        self._browser, self._address, self._folder = browser, address, folder
        self._agent: Page | None = None
        self._followed: set[str] = set()
        self._tickets: tuple[str, ...] = ()

    def sign_in(self) -> None:
        """Take the sign-in page."""
        page = self._page(TABLET)
        page.goto(f"{self._address}/sign-in")
        self._in_all_languages(page, "sign-in")
        page.close()

    def agent(self) -> None:
        """Take the choice of a counter and the idle desk of an agent who then sits there."""
        member = AGENTS[0]
        page = staff_page(self._browser, self._address, member.name, PASSWORD)
        self._agent = page
        page.wait_for_selector("#choose:not([hidden])")
        self._in_all_languages(page, "agent-choose", "#choose:not([hidden])")
        page.tap(f"[data-counter='{member.counter}']")
        page.wait_for_selector("#desk:not([hidden])")
        self._in_all_languages(page, "agent-idle", "body[data-state=none]")

    def call(self) -> None:
        """Call the next visitor from the agent's page; the one who is served leaves before."""
        if self._at_desk().locator("body[data-state=serving]").count():
            self._ask("finish", "none")
        self._ask("call_next", "called")

    def start(self) -> None:
        """Serve the visitor who was called."""
        self._ask("start", "serving")

    def _ask(self, what: str, state: str) -> None:
        page = self._at_desk()
        page.tap(f"[data-ask='{what}']")
        page.wait_for_selector(f"body[data-state={state}]")

    def desk(self) -> None:
        """Take the desk with a called visitor, then with one who is served and may be sent on.

        A hall screen must have shown the call, or show it soon. The visitor's telephone is
        looked at again while they are served.
        """
        page = self._at_desk()
        self._in_all_languages(page, "agent-called", "#receipt .receipt-good")
        self.start()
        self._in_all_languages(page, "agent-serving", "body[data-state=serving]")
        self.follow(self._tickets)
        for language in LANGUAGES:
            speak(page, language)
            self._dialog(page, "transfer", "#transfer-cancel", language)
            self._dialog(page, "sheet", "#sheet-close", language)
            self._more(page, language)

    def _dialog(self, page: Page, name: str, close: str, language: str) -> None:
        page.tap(f"#{name}")
        page.wait_for_selector(f"#{name}-dialog[open]")
        save(page, self._folder / f"page-agent-{name}-{language}.png")
        page.tap(close)

    def _more(self, page: Page, language: str) -> None:
        page.tap("#more")
        page.wait_for_selector("#steps-dialog[open]")
        save(page, self._folder / f"page-agent-more-{language}.png")
        page.tap("#steps-back")

    def supervisor(self) -> None:
        """Take the supervisor's page, and its table of the counters below."""
        page = staff_page(self._browser, self._address, SUPERVISOR.name, PASSWORD)
        self._in_all_languages(page, "supervisor", "#chart canvas")
        for language in LANGUAGES:
            speak(page, language)
            page.wait_for_selector("#counters > *")
            page.wait_for_timeout(DRAWN)
            page.evaluate("document.querySelector('.panel-counters').scrollIntoView()")
            save(page, self._folder / f"page-supervisor-counters-{language}.png")

    def follow(self, urls: Iterable[str]) -> None:
        """Take the page that follows a ticket, on a telephone: each of its states once."""
        self._tickets = tuple(urls)
        page = self._page(PHONE)
        for url in (*self._tickets, f"{self._address}{NOBODYS}"):
            page.goto(url)
            state = str(page.get_attribute("body", "class")).split()[-1]
            if state not in self._followed:
                self._followed.add(state)
                name = "follow-unknown" if url.endswith(NOBODYS) else state
                self._in_all_languages(page, name, f"body.{state}")
        page.close()

    def _page(self, size: tuple[int, int]) -> Page:
        width, height = size
        context = self._browser.new_context(
            viewport={"width": width, "height": height}, has_touch=True
        )
        return context.new_page()

    def _at_desk(self) -> Page:
        assert self._agent is not None
        return self._agent

    def _in_all_languages(self, page: Page, name: str, wait: str = "body") -> None:
        """Take a page once what must be on it, `wait`, is there."""
        for language in LANGUAGES:
            speak(page, language)
            page.wait_for_selector(wait)
            page.wait_for_timeout(DRAWN)
            save(page, self._folder / f"page-{name}-{language}.png")
