"""What the firmware of a Raspberry Pi tells of heat and power; other machines have none."""

import shutil
import subprocess
from dataclasses import dataclass

PROGRAM = "vcgencmd"
PATIENCE = 2.0
"""Seconds that the firmware gets to answer."""

_WEAK_NOW, _CAPPED_NOW, _SLOWED_NOW, _WARM_NOW = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_WAS_WEAK = 1 << 16
"""The bits of `vcgencmd get_throttled` (Raspberry Pi documentation, "vcgencmd")."""


@dataclass(frozen=True, slots=True)
class Throttling:
    """What it said; nothing of a machine that has no such firmware."""

    is_slowed: bool | None = None
    """Now."""

    is_power_weak: bool | None = None
    """Since the start."""


def asked(program: str = PROGRAM) -> Throttling:
    """Ask the firmware; it has two seconds."""
    path = shutil.which(program)
    if path is None:
        return Throttling()
    try:
        told = subprocess.run(  # noqa: S603 - the path of a program of the system's
            (path, "get_throttled"), capture_output=True, text=True, timeout=PATIENCE, check=True
        )
    except (OSError, subprocess.SubprocessError):  # not a Pi, or no right to ask
        return Throttling()
    return read(told.stdout)


def read(told: str) -> Throttling:
    """Read what it said, such as `throttled=0x50005`; anything else tells nothing."""
    name, _, value = told.strip().partition("=")
    try:
        bits = int(value, 16)
    except ValueError:
        return Throttling()
    if name != "throttled":
        return Throttling()
    is_slowed = bool(bits & (_CAPPED_NOW | _SLOWED_NOW | _WARM_NOW))
    return Throttling(is_slowed, bool(bits & (_WEAK_NOW | _WAS_WEAK)))
