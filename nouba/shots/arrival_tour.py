"""The kiosk's screens that not every visitor sees: an appointment's code, one more service."""

from nouba.shots.kiosk_tour import KioskTour
from wire.appointment_code import ALPHABET, LENGTH
from wire.messages import LANGUAGES

NOBODYS = ALPHABET[-LENGTH:]
"""A code that nobody has, but for one hall in thousands of millions."""


class ArrivalTour(KioskTour):
    """A visitor with an appointment, and one who comes for two things."""

    def enter_codes(self) -> None:
        """Type, in each language, a code that nobody has, and be told so."""
        for language in LANGUAGES:
            for target in ("start", f"language:{language}", "appointment"):
                self._touch(target)
            for letter in NOBODYS[: LENGTH // 2]:
                self._touch(f"key:{letter}")
            self.wait_for("code")
            for letter in NOBODYS[LENGTH // 2 :]:
                self._touch(f"key:{letter}")
            self._touch("check_in")
            self._keep(self._when("why not", lambda shown: shown.screen == "code"), "code_denied")
            self._touch("home")

    def take_two(self, first: str, second: str) -> None:
        """Take, in each language, one ticket for two of the first service and then the second."""
        for language in LANGUAGES:
            self._ask(language, first)
            self._touch("one_more")
            self._touch("another")
            self._keep(self._when("offices", lambda shown: shown.screen == "offices"), "and_then")
            self._ask_further(second)
            self._keep(self._when("the sheet", lambda shown: shown.screen == "sheet"), "further")
            self._take()

    def _take(self) -> None:
        self._touch("take")
        self._touch("priority:normal")
        self._keep(self._told(is_printed=True), "ticket_several")
        self._touch("home")
