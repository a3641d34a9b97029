"""Look at what everybody may see on a telephone: the order kept, the booking of an appointment."""

from pathlib import Path

from playwright.sync_api import Browser

from nouba.shots.looking import PHONE, Looker, open_page
from wire.messages import LANGUAGES

TABLET = (800, 600)
"""A small tablet on a counter, in CSS pixels."""

BOOKING = (
    ("days", ".services a"),
    ("times", ".days li:nth-child(2) a"),
    ("confirm", ".times li:nth-child(3) a"),
    ("booked", "button.keep"),
    ("cancel", "a.give-up"),
)
"""The pages of a booking after the first, and what leads to each."""


class PublicTour:
    """A visitor's telephone, on the pages that need no ticket."""

    def __init__(self, browser: Browser, address: str, folder: Path) -> None:
        self._browser, self._address, self._folder = browser, address, folder

    def order(self) -> None:
        """Take the order kept; somebody must have been called."""
        page = open_page(self._browser, PHONE)
        page.goto(f"{self._address}/order")
        Looker(page, self._folder).keep("order", ".calls > li")
        page.close()

    def appointments(self) -> None:
        """Take each page of a booking, to the appointment with its code and its cancelling."""
        page = open_page(self._browser, PHONE)
        looker = Looker(page, self._folder)
        page.goto(f"{self._address}/appointments")
        looker.keep("appointments", ".services")
        for name, way in BOOKING:
            with page.expect_navigation():
                page.tap(way)
            looker.keep(f"appointment-{name}", "main")
        page.close()

    def rater(self) -> None:
        """Take the page of a tablet on a counter, before it has its token."""
        page = open_page(self._browser, TABLET)
        for language in LANGUAGES:
            page.goto(f"{self._address}/language/{language}?next=/satisfaction/1")
            page.wait_for_selector(f"html[lang={language}] #token")
            Looker(page, self._folder).take("rater-sign-in", language)
        page.close()
