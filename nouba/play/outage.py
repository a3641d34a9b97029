"""Kill the controller now and then, and measure how long the hall is without it."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from random import Random
from statistics import median
from threading import Event, Thread

LONGEST = 30.0
"""Seconds after which the hall counts as lost."""

LIMIT = 3.0
"""Seconds from a kill until every kiosk, screen and tablet must be connected again."""

LOOK = 0.02
"""Seconds between two looks at the hall while it is not whole."""


class Standing(Enum):
    """How the hall stands at a moment."""

    AWAY = "away"
    """The controller does not answer."""

    ANSWERING = "answering"
    """It answers, and somebody is missing."""

    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Outage:
    """One kill, and the comeback."""

    began_at: datetime
    """In the hall's time, as the journal tells it."""

    ended_at: datetime
    answering: float
    """Seconds from the kill to the controller's first answer."""

    whole: float
    """Seconds from the kill until every screen, kiosk and tablet was connected again."""

    @property
    def comeback(self) -> float:
        """Seconds from the controller's first answer until everybody was connected again."""
        return self.whole - self.answering


@dataclass(frozen=True, slots=True)
class Spread:
    """Figures of all outages, in seconds."""

    median: float
    worst: float


def late(outages: Iterable[Outage]) -> Iterator[str]:
    """Tell which comebacks took longer than `LIMIT`, counted from the kill, in sentences."""
    for number, outage in enumerate(outages, 1):
        if outage.whole > LIMIT:
            yield (
                f"after kill {number} the hall was whole again in {outage.whole:.1f} s, "
                f"{outage.comeback:.1f} s after the controller answered"
            )


def spread(seconds: list[float]) -> Spread:
    """Sum the seconds up; zeros when there are none."""
    return Spread(median(seconds), max(seconds)) if seconds else Spread(0.0, 0.0)


class Killer:
    """Kills the controller so many times, at moments that nobody foresees."""

    def __init__(
        self,
        times: int,
        pause: float,
        kill: Callable[[], bool],
        look: Callable[[], Standing],
        now: Callable[[], datetime],
    ) -> None:
        """`pause` is the mean time in seconds from one recovery to the next kill.

        When a kill or a look breaks down it kills no more, and keeps the `problem`.
        """
        self.outages: list[Outage] = []
        self.problem: Exception | None = None
        self._times, self._pause = times, pause
        self._kill, self._look, self._now = kill, look, now
        self._stopped = Event()
        self._random = Random(1)  # noqa: S311 - moments, not secrets
        self._thread = Thread(target=self._run, name="killer", daemon=True)

    @property
    def is_done(self) -> bool:
        """Whether it kills no more: all kills are done, or one broke down."""
        return not self._thread.is_alive()

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Kill no more, and wait for the last recovery."""
        self._stopped.set()
        if self._thread.is_alive():
            self._thread.join(LONGEST + 1)

    def _run(self) -> None:
        try:
            self._kill_all()
        except Exception as error:  # noqa: BLE001  # told by whoever waits for it
            self.problem = error

    def _kill_all(self) -> None:
        while len(self.outages) < self._times:
            if self._stopped.wait(self._random.uniform(0.2, 2 * self._pause - 0.2)):
                return
            began_at = self._now()
            if self._kill():
                self.outages.append(self._measure(began_at))

    def _measure(self, began_at: datetime) -> Outage:
        killed = time.monotonic()
        self._await(lambda standing: standing is Standing.AWAY, killed)
        answering = self._await(lambda standing: standing is not Standing.AWAY, killed)
        whole = self._await(lambda standing: standing is Standing.WHOLE, killed)
        return Outage(began_at, self._now(), answering, whole)

    def _await(self, is_so: Callable[[Standing], bool], killed: float) -> float:
        """Wait until the hall stands so; return the seconds since the kill, `LONGEST` at most."""
        while (passed := time.monotonic() - killed) < LONGEST and not is_so(self._look()):
            time.sleep(LOOK)
        return passed
