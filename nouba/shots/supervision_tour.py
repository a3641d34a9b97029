"""Look at what a supervisor has: the day as it happens, interventions, the report."""

from pathlib import Path

from playwright.sync_api import Browser

from nouba.demo.staff import PASSWORD, SUPERVISOR
from nouba.pages import save, speak, staff_page
from nouba.shots.looking import DRAWN, Looker, choose
from wire.messages import LANGUAGES

PAUSED = "tnb"
"""The service that is paused for the pictures."""


class SupervisionTour:
    """The supervisor's page, with somebody who watches and intervenes."""

    def __init__(self, browser: Browser, address: str, folder: Path) -> None:
        self._address, self._folder = address, folder
        self._page = staff_page(browser, address, SUPERVISOR.name, PASSWORD)

    def day(self) -> None:
        """Take the supervisor's page, and its table of the counters below."""
        Looker(self._page, self._folder).keep("supervisor", "#chart canvas")
        for language in LANGUAGES:
            speak(self._page, language)
            self._page.wait_for_selector("#counters > *")
            self._page.wait_for_timeout(DRAWN)
            self._page.evaluate("document.querySelector('.panel-counters').scrollIntoView()")
            save(self._page, self._folder / f"page-supervisor-counters-{language}.png")

    def interventions(self) -> None:
        """Take the questions of some interventions, and the page with a paused service."""
        looker = Looker(self._page, self._folder)
        for name in ("redirect", "pause_service", "change_services", "close_day"):
            looker.keep_question(f"supervisor-{name}", _intervene(name))
        looker.keep_question("supervisor-reasons", _intervene("pause_service"), PAUSED)
        choose(self._page, _intervene("pause_service"), PAUSED, "computers_down")
        looker.keep("supervisor-paused", "#paused > *")

    def report(self) -> None:
        """Take the whole report of the day."""
        for language in LANGUAGES:
            self._page.goto(f"{self._address}/language/{language}?next=/reports")
            self._page.wait_for_selector(f"html[lang={language}] .proof")
            path = self._folder / f"page-report-{language}.png"
            save(self._page, path, is_whole=True)


def _intervene(name: str) -> str:
    return f"[data-intervene={name}]"
