"""Pictures of the other ways to a procedure, in each language."""

from collections.abc import Mapping
from types import MappingProxyType

from nouba.shots.arrival_tour import ArrivalTour
from wire.messages import LANGUAGES, Language

TYPED: Mapping[Language, str] = MappingProxyType(
    {"ar": "رخصه", "zgh": "ⵜⴰⵎ", "fr": "permis", "en": "permit"}
)
"""What is typed: a word of the procedures, or what only shows the letters."""

EVENT, PROCEDURE = "building", "building_permit"


class FindingTour(ArrivalTour):
    """A visitor who looks for a procedure and takes its list home."""

    def find(self) -> None:
        """Type a word, go by a life event, tick a document, and take the list."""
        for language in LANGUAGES:
            self._touch("start")
            self._touch(f"language:{language}")
            self._type(TYPED[language])
            self._touch("back")
            self._by_event()
            self._touch("home")

    def _type(self, word: str) -> None:
        self._touch("search")
        for letter in word:
            self._touch(f"key:{letter}")
        self.wait_for("search")

    def _by_event(self) -> None:
        self._touch("events")
        self.wait_for("events")
        self._find(f"event:{EVENT}")
        self._touch(f"event:{EVENT}")
        self.wait_for("procedures")
        self._find(f"procedure:{PROCEDURE}")
        self._touch(f"procedure:{PROCEDURE}")
        self._touch("tick")
        self._touch("piece:1")
        self.wait_for("ticks")
        self._touch("keep")
        self.wait_for("list")
