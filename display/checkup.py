"""Looks after the machine behind a screen: examined again and again, told to the controller."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from threading import Thread

import structlog

from display.player.health import Health
from wire.messages import LONGEST_DISK_TROUBLE, ClockTrust, Language, ScreenHealth

EVERY = 45.0
"""Seconds between two looks: the disk is written for each, and a fault is told within 90."""


@dataclass(frozen=True, slots=True)
class Hanging:
    """How somebody measured it, and what it writes in."""

    diagonal_mm: float
    distance_mm: float
    written: tuple[Language, ...]


@dataclass(frozen=True, slots=True)
class Glass:
    """What the program itself knows of the screen."""

    width: int
    height: int
    clock_trust: ClockTrust
    is_dark: bool
    hangs: Hanging | None = None


class Checkup:
    """Examines in a thread of its own: a disk that is slow to answer keeps no frame waiting."""

    def __init__(self, examine: Callable[[], Health]) -> None:
        self._examine = examine
        self._begun: float | None = None
        self._found: Health | None = None
        self._said: ScreenHealth | None = None
        self._thread: Thread | None = None
        self._version = _version()

    def renew(self) -> None:
        """Forget what was said: somebody listens who has not heard it."""
        self._said = None

    def word(self, glass: Glass, moment: float) -> ScreenHealth | None:
        """Go with the time; return what is to be said at this moment, mostly nothing."""
        self._look(moment)
        if self._found is None:
            return None
        word = _told(self._found, glass, self._version)
        if word == self._said:
            return None
        self._said = word
        return word

    def _look(self, moment: float) -> None:
        is_busy = self._thread is not None and self._thread.is_alive()
        if is_busy or (self._begun is not None and moment - self._begun < EVERY):
            return
        self._begun = moment
        self._thread = Thread(target=self._work, name="health", daemon=True)
        self._thread.start()

    def _work(self) -> None:
        found = self._examine()
        if found.troubles:
            _log().error(
                "machine", troubles=found.troubles, warmth=found.warmth, disk=found.disk_trouble
            )
        self._found = found


def _told(found: Health, glass: Glass, program: str) -> ScreenHealth:
    hangs = glass.hangs
    return ScreenHealth(
        version=program,
        width=glass.width,
        height=glass.height,
        clock_trust=glass.clock_trust,
        disk_free=found.free,
        disk_size=found.size,
        disk_trouble=found.disk_trouble[:LONGEST_DISK_TROUBLE],
        uptime=found.uptime,
        warmth=found.warmth,
        is_slowed=found.is_slowed,
        is_power_weak=found.is_power_weak,
        memory_free=found.memory_free,
        memory_size=found.memory_size,
        is_dark=glass.is_dark,
        diagonal_mm=hangs.diagonal_mm if hangs else None,
        distance_mm=hangs.distance_mm if hangs else None,
        written=hangs.written if hangs else (),
    )


def _version() -> str:
    """Return the program's; a tree that was never installed has none."""
    try:
        return version("nouba")
    except PackageNotFoundError:
        return ""


def _log() -> structlog.stdlib.BoundLogger:
    return structlog.get_logger("display")  # type: ignore[no-any-return]  # structlog types it Any
