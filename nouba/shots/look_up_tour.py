"""Pictures of a ticket that is looked up at the kiosk by its code, in each language."""

from nouba.shots.kiosk_tour import KioskTour
from nouba.shots.switch import Stillness
from wire.messages import LANGUAGES, Language


class LookUpTour(KioskTour):
    """A visitor who has a ticket, and asks how it stands."""

    def look_up(self, code: str) -> None:
        """Type the code of a ticket that waits, and be asked whether to give it up."""
        for language in LANGUAGES:
            self._type(language, code)
            self._touch("check_in")
            self.wait_for("found")
            self._touch("give_up")
            asked = self._when("the question", lambda shown: "give_up_now" in shown.targets)
            self._keep(asked, "found_giving_up")
            self._touch("home")

    def ask_in_vain(self, code: str, still: Stillness) -> None:
        """Type it while the controller stands still."""
        for language in LANGUAGES:
            self._type(language, code)
            still.begin()
            self._touch("check_in")
            self.wait_for("checking_in")
            self._when("why not", lambda shown: shown.screen == "code")
            still.end()
            self._touch("home")

    def _type(self, language: Language, code: str) -> None:
        for target in ("start", f"language:{language}", "appointment"):
            self._touch(target)
        for letter in code:
            self._touch(f"key:{letter}")
