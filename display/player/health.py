"""How the machine behind a screen is: its warmth, its power, and whether its disk still writes."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from display.player import machine

HOT = 80.0
"""°C from which a Raspberry Pi slows itself down."""

_PROBE = 4096


@dataclass(frozen=True, slots=True)
class Health:
    """What was found; nothing stands for what this machine does not tell."""

    warmth: float | None
    """In °C."""

    is_power_weak: bool | None
    disk_trouble: str
    """What the disk said to a file that was written and read back; empty when it was fine."""

    free: int
    """Bytes on the disk."""

    @property
    def troubles(self) -> tuple[str, ...]:
        """What somebody should look after: `hot`, `power`, `disk`."""
        found = {
            "hot": self.warmth is not None and self.warmth >= HOT,
            "power": bool(self.is_power_weak),
            "disk": bool(self.disk_trouble),
        }
        return tuple(name for name, is_so in found.items() if is_so)


def examined(folder: Path, sys: Path = machine.SYS) -> Health:
    """Return how the machine is, with the disk on which that folder lies."""
    return Health(
        machine.warmth(sys),
        machine.is_power_weak(sys),
        _disk_trouble(folder),
        shutil.disk_usage(_there(folder)).free,
    )


def _disk_trouble(folder: Path) -> str:
    """Write a file and read it back: a worn card goes on showing what it has, and takes nothing."""
    probe, content = folder / ".probe", os.urandom(_PROBE)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with probe.open("wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
            os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)  # read from the disk
        found = probe.read_bytes()
        probe.unlink()
    except OSError as error:
        return error.strerror or str(error)
    return "" if found == content else "gives back other bytes than it was given"


def _there(folder: Path) -> Path:
    """Return the folder, or the nearest one above that exists."""
    return next(each for each in (folder, *folder.absolute().parents) if each.exists())
