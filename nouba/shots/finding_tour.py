"""Pictures of the other ways to a procedure, in each language."""

from collections.abc import Mapping
from types import MappingProxyType

from kiosk.finding.keyboards import KEYBOARDS, script_of
from nouba.shots.kiosk_tour import KioskTour, Order
from wire.messages import LANGUAGES, Language

TYPED: Mapping[Language, str] = MappingProxyType(
    {"ar": "رخصه", "zgh": "ⵜⴰ", "fr": "permis", "en": "permit"}
)
"""What is typed: a word of the procedures, or what some names begin with."""

IN_VAIN = 7
"""So many keys from the left of the uppermost row are no word in any language."""

EVENT, PROCEDURE = "building", "building_permit"
"""What is looked for without a ticket: none is given for it in this hall."""

HELD = 2
"""So many of a sheet's first documents are at hand."""


class FindingTour(KioskTour):
    """A visitor who looks for a procedure, ticks documents and takes the list home."""

    def find(self, order: Order) -> None:
        """Type words, go by a life event, tick a document, and take the list; `order` the paper."""
        for language in LANGUAGES:
            self._touch("start")
            self._touch(f"language:{language}")
            self._search(language)
            self._by_event()
            self._take_home(order)
            self._touch("home")

    def tick(self, service: str) -> None:
        """Tick what is at hand, in each language, for a service for which tickets are given."""
        for language in LANGUAGES:
            self._ask(language, service)
            self._touch("tick")
            for number in range(1, HELD + 1):
                self._touch(f"piece:{number}")
            self.wait_for("ticks")
            self._touch("home")

    def _search(self, language: Language) -> None:
        self._touch("search")
        self.wait_for("search")
        self._type(TYPED[language])
        self._keep_as("search", "search_found")
        for _ in TYPED[language]:
            self._touch("delete")
        self._type(KEYBOARDS[script_of(language)][0][:IN_VAIN])
        self._keep_as("search", "search_in_vain")
        self._touch("back")

    def _type(self, word: str) -> None:
        for letter in word:
            self._touch(f"key:{letter}")

    def _by_event(self) -> None:
        self._touch("events")
        self.wait_for("events")
        self._go_to(f"event:{EVENT}")
        self.wait_for("procedures")
        self._go_to(f"procedure:{PROCEDURE}")
        self._keep_as("sheet", "sheet_without_ticket")
        self._touch("tick")
        self._touch("piece:1")
        self._keep_as("ticks", "ticks_without_ticket")

    def _take_home(self, order: Order) -> None:
        """Be told that there is no paper, then that there is."""
        order("paper out")
        self._touch("keep")
        failed = self._when("another try", lambda shown: "print" in shown.targets)
        self._keep(failed, "list_not_printed")
        order("paper ok")
        self._touch("print")
        self._keep(self._told(is_printed=True), "list")

    def _go_to(self, target: str) -> None:
        self._find(target)
        self._touch(target)
