"""What a scanner types while the kiosk's window is there."""

from collections.abc import Callable

from kivy.clock import Clock
from kivy.core.window import Window

from hardware.wedge import Wedge

PAUSE = 1.0
"""Seconds after which a line that was not ended is no scanner's."""


class Scanner:
    """Gives each line that is typed to `scanned`, from `start` to `stop`."""

    def __init__(self, scanned: Callable[[str], None]) -> None:
        self._scanned, self._wedge = scanned, Wedge()
        self._forget = Clock.create_trigger(lambda _: self._wedge.forget(), PAUSE)

    def start(self) -> None:
        """Begin to listen to the keys."""
        Window.bind(on_key_down=self._press)

    def stop(self) -> None:
        """Listen no more. May be called twice."""
        Window.unbind(on_key_down=self._press)

    def _press(self, window: object, key: int, usage: int, *_: object) -> bool:
        """Take a key and let nothing else have it; SDL numbers keys by their usages."""
        del window, key
        self._forget.cancel()
        self._forget()
        line = self._wedge.press(usage)
        if line is not None:
            self._scanned(line)
        return True
