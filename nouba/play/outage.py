"""Kill the controller now and then, and measure how long the hall is without it."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from threading import Event, Thread

LONGEST = 30.0
"""Seconds after which the hall counts as lost."""


@dataclass(slots=True)
class Outages:
    """How long the hall was away after each kill, in seconds."""

    seconds: list[float] = field(default_factory=list)

    @property
    def longest(self) -> float:
        """The worst of them; zero without a kill."""
        return max(self.seconds, default=0.0)


class Killer:
    """Kills the controller so many times, at moments that nobody foresees."""

    def __init__(
        self, times: int, pause: float, kill: Callable[[], bool], is_back: Callable[[], bool]
    ) -> None:
        """`pause` is the mean time in seconds from one recovery to the next kill."""
        self.outages = Outages()
        self._times, self._pause = times, pause
        self._kill, self._is_back = kill, is_back
        self._stopped = Event()
        self._random = Random(1)  # noqa: S311 - moments, not secrets
        self._thread = Thread(target=self._run, name="killer", daemon=True)

    @property
    def is_done(self) -> bool:
        """Whether all kills are done."""
        return not self._thread.is_alive()

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Kill no more, and wait for the last recovery."""
        self._stopped.set()
        self._thread.join(LONGEST + 1)

    def _run(self) -> None:
        while len(self.outages.seconds) < self._times:
            if self._stopped.wait(self._random.uniform(0.2, 2 * self._pause - 0.2)):
                return
            if self._kill():
                self.outages.seconds.append(self._measure())

    def _measure(self) -> float:
        began = time.monotonic()
        is_gone = False
        while (passed := time.monotonic() - began) < LONGEST:
            is_back = self._is_back()
            if is_gone and is_back:
                return passed
            is_gone = is_gone or not is_back
            time.sleep(0.02)
        return passed
