"""Look at what a reception desk asks: a ticket to give, an appointment to check in."""

from pathlib import Path

from playwright.sync_api import Browser

from nouba.demo.staff import PASSWORD, Member
from nouba.pages import speak, staff_page
from nouba.shots.looking import CONFIRM, Looker, choose
from wire.messages import LANGUAGES

GIVE, CHECK_IN = "[data-further=take_ticket]", "[data-further=check_in]"

QUESTIONS = ("service", "quantity", "after", "class", "language")
"""What is asked before a ticket is given, in that order; the hall's rules must have classes."""

IS_DRAWN = "() => document.querySelector('#given-code').naturalWidth > 0"
"""Whether the code of a ticket that was given is there."""


class ReceptionTour:
    """The tablet of an agent who has chosen no counter."""

    def __init__(self, browser: Browser, address: str, folder: Path, member: Member) -> None:
        page = staff_page(browser, address, member.name, PASSWORD)
        self._looker = Looker(page, folder)

    def give(self, service: str) -> None:
        """Take each question, and the ticket that is turned to the visitor: one a language."""
        answers = (service, CONFIRM, CONFIRM, "normal")
        for asked, name in enumerate(QUESTIONS):
            self._looker.keep_question(f"agent-give-{name}", GIVE, *answers[:asked])
        page = self._looker.page
        for language in LANGUAGES:
            speak(page, language)
            choose(page, GIVE, *answers, language)
            page.wait_for_selector("#given-dialog[open]")
            page.wait_for_function(IS_DRAWN)
            self._looker.take("agent-given", language)
            page.tap("#given-close")

    def check_in(self) -> None:
        """Take the question for an appointment's code; the hall's rules must have appointments."""
        self._looker.keep_question("agent-check-in", CHECK_IN)
