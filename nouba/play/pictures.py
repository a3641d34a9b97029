"""Pictures of the played morning, each moment once."""

import time
from pathlib import Path

from kiosk.touch_map import TouchMap
from nouba.screen import Screen

SETTLE = 0.4
"""Seconds until a window has drawn what it says it shows."""

CALL = 1.2
"""Seconds from a call to its picture on the hall screen."""


class Album:
    """Takes pictures of the kiosk and of the hall screen."""

    def __init__(self, folder: Path, kiosk: Screen, display: Screen) -> None:
        self._folder = folder
        self._kiosk = kiosk
        self._display = display

    def kiosk(self, shown: TouchMap) -> None:
        """Keep the kiosk's screen, unless this one is there in this language."""
        path = self._folder / f"kiosk-{shown.screen}-{shown.language or 'all'}.png"
        if path.exists():
            return
        time.sleep(SETTLE)
        self._kiosk.picture().save(path)

    def is_display_drawn(self) -> bool:
        """Tell whether the hall screen shows anything but darkness."""
        return self._display.picture().getbbox() is not None

    def display(self, moment: str) -> None:
        """Keep the hall screen at a moment, unless that one is there."""
        if not self.has(moment):
            self._display.picture().save(self._of(moment))

    def has(self, moment: str) -> bool:
        """Return whether the hall screen's picture of this moment is there."""
        return self._of(moment).exists()

    def _of(self, moment: str) -> Path:
        return self._folder / f"hall-screen-{moment}.png"
