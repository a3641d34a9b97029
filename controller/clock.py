"""The machine's clock, which is not believed at once when it leaps."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

LEAP = timedelta(hours=1)
"""A clock that has moved by so much more, or less, than the time that has passed is in doubt."""

DOUBT = timedelta(minutes=1)
"""How long it must go on as it does, to be believed."""


def running_time() -> timedelta:
    """Return how long the machine has run, the time in which it slept included."""
    return timedelta(seconds=time.clock_gettime(time.CLOCK_BOOTTIME))


@dataclass(slots=True)
class SteadyClock:
    """Tells the time, and for a minute goes on as before when the machine's clock has leapt.

    A time server that errs, or a battery that is empty, would else begin another day in the
    middle of this one. A machine that slept has not leapt: its running time went on.
    """

    told: Callable[[], datetime] = lambda: datetime.now(UTC)
    running: Callable[[], timedelta] = running_time
    _start: datetime | None = None
    """What the clock that is believed told when the machine began to run."""

    _leapt: timedelta | None = None
    """The running time at which the clock was first seen to have leapt."""

    def __call__(self) -> datetime:
        """Return the time."""
        running = self.running()
        start = self.told() - running
        if self._start is None or abs(start - self._start) <= LEAP or self._has_stayed(running):
            self._start, self._leapt = start, None
        return self._start + running

    def _has_stayed(self, running: timedelta) -> bool:
        if self._leapt is None:
            self._leapt = running
        return running - self._leapt >= DOUBT
