"""Pictures of what a technician sees at the kiosk, in each language."""

from nouba.play.kiosk_visitor import CHANGE
from nouba.shots.kiosk_tour import KioskTour
from wire.messages import LANGUAGES, Language

CODE = "271828"
"""Lets in at the kiosk of the tour."""

CORNER = 20
"""Pixels from the upper left edges: within what is held."""

HELD = 3.5
"""Seconds: a little longer than it takes."""

TRIES = 5

TOLD = ("network", "printer", "versions")
"""The tools that are looked at."""


class TechnicianTour(KioskTour):
    """A technician who holds the corner of the invitation."""

    def look_in(self) -> None:
        """Type the code, and look at the tools in each language."""
        for language in LANGUAGES:
            self._enter(language)
            for tool in TOLD:
                self._touch(f"tool:{tool}")
                self._keep_as("technician_facts", f"technician_{tool}")
                self._touch("back")
            self._touch("tool:touch")
            self.wait_for("technician_target")
            self._leave()

    def _come(self) -> None:
        """Hold the corner until the code is asked for: a notice that changes lets go of it."""
        for _ in range(TRIES):
            invited = self._when("the invitation", lambda shown: shown.screen == "attract")
            self._screen.hold(CORNER, CORNER, HELD)
            shown = self._kiosk.wait_for_change(invited.turn, CHANGE)
            if shown is not None and shown.screen == "technician_code":
                return

    def _leave(self) -> None:
        """Touch the way home until it is taken."""
        for _ in range(TRIES):
            self._touch("home")
            shown = self._kiosk.look()
            if shown is not None and shown.screen != "technician_target":
                return

    def _enter(self, language: Language) -> None:
        self._come()
        self.wait_for("technician_code")
        for digit in CODE:
            self._touch(f"digit:{digit}")
        self._touch("enter")
        for _ in LANGUAGES[: LANGUAGES.index(language)]:
            self._touch("language")
        self.wait_for("technician")
