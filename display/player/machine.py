"""What Linux tells of the machine: clocks, warmth, power, memory. What is absent is not told."""

import ctypes
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

SYS = Path("/sys")
PROC = Path("/proc")

_TIME_ERROR = 5
"""The state of a clock that nobody keeps right (adjtimex(2))."""

_ROOM = 512
"""Bytes, more than the kernel's `struct timex` has on any machine."""


def is_synchronised() -> bool:
    """Whether the kernel's clock is kept right by a server of time; it only asks."""
    asked = ctypes.create_string_buffer(_ROOM)  # all zero: nothing is to be changed
    state: int = ctypes.CDLL(None).adjtimex(asked)
    return 0 <= state < _TIME_ERROR


def battery_clock(sys: Path = SYS) -> datetime | None:
    """Return what the machine's clock with a battery shows."""
    told = (_number(path) for path in sorted(sys.glob("class/rtc/rtc*/since_epoch")))
    return next((datetime.fromtimestamp(each, UTC) for each in told if each is not None), None)


def warmth(sys: Path = SYS) -> float | None:
    """Return the temperature of the warmest place that is measured, in °C."""
    told = (_number(path) for path in sys.glob("class/thermal/thermal_zone*/temp"))
    return max((each / 1000 for each in told if each is not None), default=None)


def is_power_weak(sys: Path = SYS) -> bool | None:
    """Whether the power was too weak since the machine was switched on.

    Told by the Raspberry Pi's own watch, `rpi_volt`; nothing on machines without one.
    """
    told = [_number(path / "in0_lcrit_alarm") for path in _power_watches(sys)]
    known = [bool(each) for each in told if each is not None]
    return any(known) if known else None


def uptime(proc: Path = PROC) -> float | None:
    """Return the seconds since the machine was started (proc(5))."""
    try:
        return float(_text(proc / "uptime").partition(" ")[0])
    except ValueError:
        return None


def memory(proc: Path = PROC) -> tuple[int | None, int | None]:
    """Return the bytes of memory that programs may still have, and of all there is (proc(5))."""
    told = dict(line.split(":", 1) for line in _text(proc / "meminfo").splitlines() if ":" in line)
    return _bytes(told.get("MemAvailable", "")), _bytes(told.get("MemTotal", ""))


def _bytes(kibibytes: str) -> int | None:
    number = kibibytes.strip().removesuffix(" kB")
    return int(number) * 1024 if number.isdecimal() else None


def _power_watches(sys: Path) -> Iterator[Path]:
    for path in sys.glob("class/hwmon/hwmon*"):
        if _text(path / "name") == "rpi_volt":
            yield path


def _number(path: Path) -> int | None:
    try:
        return int(_text(path))
    except ValueError:
        return None


def _text(path: Path) -> str:
    try:
        return path.read_text("ascii").strip()
    except (OSError, ValueError):  # a sensor that is asleep answers with an error
        return ""
