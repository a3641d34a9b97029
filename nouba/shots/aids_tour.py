"""Pictures of the kiosk's aids: the screen lowered, in high contrast, and led through by keys."""

from kiosk.aids import Aid
from nouba.shots.kiosk_tour import KioskTour
from wire.messages import LANGUAGES, Language

NEXT = "Right"
"""The keypad's key that leads to the next choice, as X names it."""


class AidsTour(KioskTour):
    """Visitors who cannot reach the screen, can hardly read it, or do not see it."""

    def be_helped(self, service: str) -> None:
        """Go to the service's sheet with each aid, and to the offices with the keypad."""
        for language in LANGUAGES:
            for aid in Aid:
                self._go_with(aid, language, service)
            self._go_by_ear(language)

    def _go_with(self, aid: Aid, language: Language, service: str) -> None:
        self._touch(f"aid:{aid}")
        self._touch(f"language:{language}")
        self._keep_as("offices", f"{aid}_offices")
        self._ask_further(service)
        self._keep_as("sheet", f"{aid}_sheet")
        self._touch("home")

    def _go_by_ear(self, language: Language) -> None:
        """Begin the spoken mode with the first key, and go to the first office with the next."""
        self._when("the invitation", lambda shown: shown.screen == "attract")
        self._screen.press(NEXT)
        self._touch(f"language:{language}")
        self._when("offices", lambda shown: shown.screen == "offices")
        self._go_to_next()
        self._keep_as("offices", "spoken_offices")
        self._touch("home")

    def _go_to_next(self) -> None:
        """Press the key, and wait until the frame that shows where it led is drawn."""
        before = self._screen.picture().tobytes()
        self._screen.press(NEXT)
        self._when("a frame", lambda _: self._screen.picture().tobytes() != before)
