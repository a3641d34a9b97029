"""Look at what a supervisor has: the day as it happens, interventions, the report."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from playwright.sync_api import Browser

from nouba.demo.staff import PASSWORD, Member
from nouba.pages import speak, staff_page
from nouba.shots.looking import Looker, choose
from wire.messages import LANGUAGES, EmergencyKind, Language

PAUSED = "tnb"
"""The service that is paused for the pictures."""

CLOSED: Mapping[str, str] = MappingProxyType(
    {
        "ar": "تغلق مصلحة الحالة المدنية اليوم على الساعة الثانية بعد الزوال",
        "fr": "L’état civil ferme aujourd’hui à 14 heures",
    }
)
"""A notice for the pictures."""


class SupervisionTour:
    """The supervisor's page, with somebody who watches and intervenes."""

    def __init__(self, browser: Browser, address: str, folder: Path, member: Member) -> None:
        self._address = address
        self._page = staff_page(browser, address, member.name, PASSWORD)
        self._looker = Looker(self._page, folder)

    def day(self) -> None:
        """Take the supervisor's page, and its table of the counters below."""
        self._looker.keep("supervisor", "#chart canvas")
        for language in LANGUAGES:
            speak(self._page, language)
            for drawn in ("#chart canvas", "#counters > *"):
                self._page.wait_for_selector(drawn)
            self._page.evaluate("document.querySelector('.panel-counters').scrollIntoView()")
            self._looker.take("supervisor-counters", language)

    def release(self) -> None:
        """Take the question before a counter is freed; some counter must have a ticket."""
        self._looker.keep_dialog("supervisor-release", "[data-release]", "#release-no")

    def interventions(self) -> None:
        """Take the questions of some interventions, and the page with a paused service."""
        looker = self._looker
        for name in ("redirect", "pause_service", "change_services", "close_day"):
            looker.keep_question(f"supervisor-{name}", _intervene(name))
        looker.keep_question("supervisor-reasons", _intervene("pause_service"), PAUSED)
        choose(self._page, _intervene("pause_service"), PAUSED, "computers_down")
        looker.keep("supervisor-paused", "#paused > *")

    def emergencies(self, told: Callable[[EmergencyKind], None]) -> None:
        """Raise an emergency of each kind and lift it; `told` waits until a kiosk shows it."""
        looker = self._looker
        looker.keep_dialog("supervisor-emergency", "#emergency", "#emergency-no")
        for kind in EmergencyKind:
            self._page.tap("#emergency")
            self._page.tap(f"#emergency-form [value={kind}]")
            self._page.tap("#emergency-yes")
            self._page.wait_for_selector(f"[data-lift={kind}]")
            told(kind)
            if kind is EmergencyKind.EVACUATION:
                looker.keep_dialog("supervisor-lift", "[data-lift]", "#lift-no")
            self._page.tap(f"[data-lift={kind}]")
            self._page.tap("#lift-yes")
            self._page.wait_for_selector("[data-lift]", state="detached")

    def notices(self) -> None:
        """Take the form of a notice, and the notices with one that is published."""
        for language in LANGUAGES:
            self._page.goto(f"{self._address}/language/{language}?next=/notices/new/closure")
            self._page.wait_for_selector(f"html[lang={language}] textarea")
            self._looker.take("notice-new", language, is_whole=True)
            self._preview(language)
        self._write()
        self._page.tap("button[value=publish]")
        self._page.wait_for_selector(".take-down")
        for language in LANGUAGES:
            self._page.goto(f"{self._address}/language/{language}?next=/notices")
            self._page.wait_for_selector(f"html[lang={language}] .take-down")
            self._looker.take("notices", language)
        self._page.tap(".take-down")
        self._page.wait_for_selector(".take-down", state="detached")
        self._page.goto(f"{self._address}/notices/history")
        self._looker.keep("notices-history", ".history li")
        self._page.goto(f"{self._address}/notices/news")
        self._looker.keep("news", "main h1")

    def _write(self) -> None:
        for code, title in CLOSED.items():
            self._page.fill(f"#title_{code}", title)

    def _preview(self, language: Language) -> None:
        """Take the notice as the screens draw it with what is said of it, and its true size."""
        self._write()
        self._page.wait_for_selector("#preview-picture")
        self._looker.take("notice-previewed", language, is_whole=True)
        self._page.tap("#preview-true")
        self._page.wait_for_selector("#true-size[open]")
        self._looker.take("notice-true-size", language)
        self._page.tap("#true-close")

    def expected(self) -> None:
        """Take who is expected, and whom a changed hall would disappoint."""
        for language in LANGUAGES:
            self._page.goto(f"{self._address}/language/{language}?next=/expected")
            self._page.wait_for_selector(f"html[lang={language}] main")
            self._looker.take("expected", language)

    def screens(self) -> None:
        """Take the page of the hall's screens."""
        self._page.goto(f"{self._address}/screens")
        self._looker.keep("screens", ".pairing")

    def report(self) -> None:
        """Take the whole report of the day, and what visitors said in a month."""
        for language in LANGUAGES:
            self._page.goto(f"{self._address}/language/{language}?next=/reports")
            self._page.wait_for_selector(f"html[lang={language}] .proof")
            self._looker.take("report", language, is_whole=True)
            self._page.goto(f"{self._address}/reports/satisfaction")
            self._page.wait_for_selector(f"html[lang={language}] main")
            self._looker.take("said", language)


def _intervene(name: str) -> str:
    return f"[data-intervene={name}]"
