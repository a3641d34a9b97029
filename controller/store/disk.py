"""This machine's disk: who waits for it, and where."""

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

Aside = Callable[[Callable[[], None]], None]
"""Does some work where its waiting holds up nobody else, and returns when it is done."""

SLOW = 0.005
"""Seconds from which on a wait for the disk is done aside. To go aside costs half a millisecond
of the processor, which a quick disk's commit does not."""


def at_once(work: Callable[[], None]) -> None:
    """Do the work here and now."""
    work()


@dataclass(slots=True)
class Disk:
    """A disk that is waited for here while it is quick, and aside from its first slow answer on."""

    aside: Aside = at_once
    clock: Callable[[], float] = perf_counter
    seconds: float = 0.0
    """How long it took the last time."""

    def wait_for(self, work: Callable[[], None]) -> None:
        """Do the work, which waits for the disk; raises what it raises."""
        do = self.aside if self.seconds >= SLOW else at_once
        do(lambda: self._time(work))

    def _time(self, work: Callable[[], None]) -> None:
        began = self.clock()
        try:
            work()
        finally:
            self.seconds = self.clock() - began
