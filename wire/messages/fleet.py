"""How the machines behind screens are, and what somebody should look after."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from wire.messages.signage import ClockTrust
from wire.messages.terms import DeviceKind, Language

DeviceTrouble = Literal[
    "away",
    "silent",
    "refused",
    "behind",
    "left_out",
    "disk",
    "disk_full",
    "hot",
    "slowed",
    "power",
]
"""What is wrong with a device: it is not connected; it is, and its window says nothing; it refuses
what was published, plays an older revision, has left items out; its disk does not give back what it
was given, or is full; its processor is hot, or slowed down for it; its power is too weak."""

LONGEST_DISK_TROUBLE = 200
"""Characters of what a disk said."""


@dataclass(frozen=True, slots=True)
class ScreenHealth:
    """How the machine behind a screen is. Nothing stands for what this machine does not tell."""

    version: str
    """Of the program."""

    width: int
    height: int
    """Of the window, in pixels."""

    clock_trust: ClockTrust
    disk_free: int
    disk_size: int
    """Of the disk that holds what was published, in bytes."""

    disk_trouble: str = ""
    """What the disk said to a file that was written and read back; empty when it was fine."""

    uptime: float | None = None
    """Seconds since the machine was started."""

    warmth: float | None = None
    """Of the warmest place that is measured, in °C."""

    is_slowed: bool | None = None
    """Whether the processor is slowed down now, because of heat or of weak power."""

    is_power_weak: bool | None = None
    """Whether the power was too weak since the start."""

    memory_free: int | None = None
    memory_size: int | None = None
    """In bytes; free is what programs may still have."""

    is_dark: bool = False
    """Whether the glass is dark on purpose, outside the hall's hours."""

    diagonal_mm: float | None = None
    distance_mm: float | None = None
    """Of the glass, and from the farthest visitor who must read it: editors see by it what can be
    read there."""

    written: tuple[Language, ...] = ()
    """The languages of its notices, in turn."""


@dataclass(frozen=True, slots=True)
class DeviceAlarm:
    """Something is wrong with a device, and has been for too long."""

    device: str
    kind: DeviceKind
    trouble: DeviceTrouble
    since: datetime
    """When the controller first saw it."""
