"""Pictures of an information screen, in each language: what can be looked up, and a complaint."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from media.pack import Pack, load_pack
from nouba.demo.place import Place
from nouba.demo.seed import Size
from nouba.keeper import Keeper, Program
from nouba.play.kiosk_visitor import Kiosk
from nouba.screen import Screen, virtual_screen
from nouba.shots.kiosk_tour import KioskTour
from wire.messages import LANGUAGES, Language

OFFICE = "civil_status"
"""The office that is looked up, and that a visitor complains of."""

SUBJECT = "delay"
"""What is complained of: a subject that an office is asked for."""

WORDS: Mapping[Language, str] = MappingProxyType(
    {"ar": "تاخر", "zgh": "ⵜⴰⵡⵙⴰ", "fr": "retard", "en": "late"}
)
"""What is typed of it, in letters that have keys."""

PHONE = "0612345678"

TOPICS = ("members", "sessions", "decisions")
"""What is told of the council."""


def take_information(place: Place, pack: Path, size: Size, folder: Path) -> None:
    """Take all pictures of an information screen of the hall; raise `GaveUpError`."""
    with information_screen(place, pack, size) as (kiosk, screen, content):
        InformationTour(kiosk, screen, content, folder).look_up()


@contextmanager
def information_screen(
    place: Place, pack: Path, size: Size
) -> Iterator[tuple[Kiosk, Screen, Pack]]:
    """Run the hall's information screen on a screen of its own."""
    settings = place.settings("information")
    keeper = Keeper(place.log, lambda _: None)
    with virtual_screen(size.width, size.height) as screen:
        words = (sys.executable, "-m", "nouba", "information", "--settings", str(settings))
        keeper.start(Program(settings.stem, words, {"DISPLAY": screen.display}))
        try:
            yield Kiosk(place.information_touch_map, screen), screen, load_pack(pack)
        finally:
            keeper.end()


class InformationTour(KioskTour):
    """A visitor who looks everything up, and complains."""

    device = "information"

    def look_up(self) -> None:
        """Go to each page in each language."""
        self.wait_for("attract")
        for language in LANGUAGES:
            self._touch("start")
            self._touch(f"language:{language}")
            self.wait_for("information")
            self._offices()
            self._news()
            self._council()
            self._complain(language)
            self._touch("home")
            self._when("the invitation", lambda shown: shown.screen == "attract")

    def _offices(self) -> None:
        self._touch("topic:directory")
        self.wait_for("directory")
        self._find(f"office:{OFFICE}")
        self._touch(f"office:{OFFICE}")
        self.wait_for("office")
        self._touch("home")

    def _news(self) -> None:
        self._touch("topic:news")
        self.wait_for("news")
        shown = self._when("news", lambda shown: any(map(_is_news, shown.targets)))
        self._touch(next(filter(_is_news, shown.targets)))
        self.wait_for("news_piece")
        self._touch("home")

    def _council(self) -> None:
        self._touch("topic:council")
        self.wait_for("council")
        for topic in TOPICS:
            self._touch(f"council:{topic}")
            self.wait_for(topic)
            self._touch("back")
        self._touch("home")
        self._touch("topic:charter")
        self.wait_for("charter")
        self._touch("home")

    def _complain(self, language: Language) -> None:
        self._touch("topic:complaints")
        self.wait_for("complaint_kinds")
        self._touch("kind:complaint")
        self.wait_for("complaint_subjects")
        self._find(f"subject:{SUBJECT}")
        self._touch(f"subject:{SUBJECT}")
        self.wait_for("complaint_offices")
        self._find(f"office:{OFFICE}")
        self._touch(f"office:{OFFICE}")
        self.wait_for("complaint")
        self._write(language)
        self._touch("send")
        self.wait_for("follow_up")
        self._touch("home")

    def _write(self, language: Language) -> None:
        self._touch("write:words")
        for letter in WORDS[language]:
            self._touch(f"key:{letter}")
        self.wait_for("complaint_typing")
        self._touch("done")
        self._touch("write:phone")
        for figure in PHONE:
            self._touch(f"key:{figure}")
        self._keep_as("complaint_typing", "complaint_phone")
        self._touch("done")
        self._keep_as("complaint", "complaint_told")


def _is_news(target: str) -> bool:
    return target.startswith("news:")
