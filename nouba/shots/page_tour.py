"""Go through an agent's pages and a ticket's page, in each language, and take their pictures."""

from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import Browser, Page

from nouba.demo.staff import AGENTS, PASSWORD
from nouba.pages import TABLET, staff_page
from nouba.shots.looking import CONFIRM, DIALOG, PHONE, Looker, choose, open_page

NOBODYS = "/T/NOBODYS1"
"""The page of a ticket that is not, or no longer, known."""

"""How the page of a ticket that waits is called, in its styles and in its pictures."""

MORE = "#more"
"""What leads to the further actions."""

NOTE = "Revient demain avec sa photo"
"""What the agent writes down of a visit."""


class PageTour:
    """One agent's tablet, a visitor's telephone."""

    def __init__(self, browser: Browser, address: str, folder: Path) -> None:
        self._browser, self._address, self._folder = browser, address, folder
        self._agent: Page | None = None
        self._followed: set[str] = set()
        self._tickets: tuple[str, ...] = ()

    def sign_in(self) -> None:
        """Take the sign-in page."""
        page = open_page(self._browser, TABLET)
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
        looker = Looker(page, self._folder)
        looker.keep_dialog("agent-transfer", "#transfer", "#transfer-cancel")
        looker.keep_dialog("agent-sheet", "#sheet", "#sheet-close")

    def further(self) -> None:
        """Take what is behind «More actions», and do some of it: at the end nobody is served.

        Somebody must be served at the desk, and two must wait.
        """
        page = self._at_desk()
        looker = Looker(page, self._folder)
        looker.keep_question("agent-more", MORE)
        looker.keep_question("agent-park", MORE, "park")
        looker.keep_question("agent-outcome", MORE, "finish")
        choose(page, MORE, "park", "makes_photocopies", "place_outside", "15")
        page.wait_for_selector("body[data-state=none]")
        looker.keep_question("agent-more-idle", MORE)
        looker.keep_question("agent-out-of-turn", MORE, "call_ticket")
        looker.keep_question("agent-bring-back", MORE, "reinstate")
        choose(page, MORE, "call_ticket")
        page.tap(f"{DIALOG} [data-value]:nth-of-type(2)")
        page.tap(f"{DIALOG} [data-value=burial]")
        page.wait_for_selector("body[data-state=called]")
        self.start()
        choose(page, MORE, "finish", "incomplete_file")
        page.tap(CONFIRM)
        page.fill("#steps-input", NOTE)
        page.tap(CONFIRM)
        page.wait_for_selector("body[data-state=none]")

    def follow(self, urls: Iterable[str]) -> None:
        """Take the page that follows a ticket, on a telephone: each of its states once.

        Of one that waits also the page where its place is given up, which it then is not; of one
        that is finished also what its visitor has said of it.
        """
        self._tickets = tuple(urls)
        page = open_page(self._browser, PHONE)
        for url in (*self._tickets, f"{self._address}{NOBODYS}"):
            page.goto(url)
            state = str(page.get_attribute("body", "class")).split()[-1]
            if state not in self._followed:
                self._followed.add(state)
                name = "follow-unknown" if url.endswith(NOBODYS) else state
                self._in_all_languages(page, name, f"body.{state}")
                self._further(page, url, state)
        page.close()

    def _further(self, page: Page, url: str, state: str) -> None:
        """Take what a visitor may do with a ticket in this state."""
        match state:
            case "follow-waiting":
                page.goto(f"{url}/give-up")
                self._in_all_languages(page, "give-up", "button.give-up")
            case "follow-finished":
                page.tap("button[name=face][value='4']")
                self._in_all_languages(page, "follow-rated", "button[aria-current]")

    def _at_desk(self) -> Page:
        assert self._agent is not None
        return self._agent

    def _in_all_languages(self, page: Page, name: str, wait: str = "body") -> None:
        Looker(page, self._folder).keep(name, wait)
