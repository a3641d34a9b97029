"""When calls were tapped, and when each screen heard them."""

from collections import defaultdict
from math import inf


class Stopwatch:
    """Times each call from its tap to the last of so many screens. Moments are in seconds."""

    def __init__(self, screens: int) -> None:
        self._screens = screens
        self._tapped: list[float] = []
        self._heard: defaultdict[int, dict[int, float]] = defaultdict(dict)
        self._call_of: dict[int, int] = {}

    @property
    def taps(self) -> int:
        """How often agents tapped."""
        return len(self._tapped)

    @property
    def is_complete(self) -> bool:
        """Whether every screen has heard every call."""
        return inf not in self.last_ms()

    def tap(self, counter: int, at: float) -> None:
        """Note that this counter's agent tapped then."""
        self._call_of[counter] = self.taps
        self._tapped.append(at)

    def hear(self, screen: int, counter: int, at: float) -> None:
        """Note that a screen heard this counter's call then; only the first time counts."""
        if counter in self._call_of:
            self._heard[self._call_of[counter]].setdefault(screen, at)

    def last_ms(self) -> list[float]:
        """Return each call's milliseconds to its last screen: infinite if one never heard it."""
        return [self._last_ms(call) for call in range(self.taps)]

    def _last_ms(self, call: int) -> float:
        heard = self._heard[call]
        if len(heard) < self._screens:
            return inf
        return (max(heard.values()) - self._tapped[call]) * 1000
