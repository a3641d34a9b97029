"""A visitor who looks tickets up at the kiosk: says how the service was, gives a place up."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import zxingcpp
from PIL import Image

from nouba.auditing.measured import Measured
from nouba.shots.look_up_tour import LookUpTour
from wire.appointment_code import LENGTH, read
from wire.messages import LANGUAGES, Language

ADDRESS = "HTTP"
"""What the codes of tickets lead to begins with."""


def codes_on(tickets: Path) -> dict[str, str]:
    """Return the code of each ticket that was printed into the folder, by its number, in order.

    Other papers lie there too: the code of a list is no address.
    """
    found: dict[str, str] = {}
    for path in sorted(tickets.glob("*.png")):
        with Image.open(path) as picture:
            codes = zxingcpp.read_barcodes(picture.convert("L"))
        for each in codes:
            if str(each.text).upper().startswith(ADDRESS):
                told = read(str(each.text))
                found[told[:-LENGTH]] = told[-LENGTH:]
    return found


class LookUpWalk(Measured, LookUpTour):
    """A walk on which a visitor types the codes of tickets."""

    def look_all_up(
        self, served: Sequence[str], codes: Mapping[str, str], serve: Callable[[str], None]
    ) -> None:
        """In each language look up a ticket that has been served, and another that waits.

        `served` are the numbers that `serve` lets an agent serve; those printed last wait.
        """
        waiting = list(codes.values())[-len(LANGUAGES) :]
        for language, number, code in zip(LANGUAGES, served, waiting, strict=True):
            serve(number)
            self._say_how_it_was(language, codes[number])
            self._give_up(language, code)

    def _say_how_it_was(self, language: Language, code: str) -> None:
        self._type(language, code)
        self._touch("check_in")
        self._lead("face:2", "found_question")
        self._lead("about:", "found_why")
        self._lead("home", "found_thanks")

    def _give_up(self, language: Language, code: str) -> None:
        self._type(language, code)
        self._touch("check_in")
        self._lead("give_up", "found")
        self._lead("give_up_now", "found_giving_up")
        self._lead("home", "found_given_up")

    def _lead(self, target: str, scene: str) -> None:
        """Measure the screen that offers a target, and touch that."""
        shown = self._when(
            f"{target} of a ticket",
            lambda shown: shown.screen == "found" and target in shown.targets,
        )
        self._keep(shown, scene)
        self._touch(target)
