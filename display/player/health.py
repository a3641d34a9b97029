"""How the machine behind a screen is: its warmth, its power, and whether its disk still writes."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from display.player import firmware, machine

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
    size: int = 0
    """Of the disk, in bytes."""

    is_slowed: bool | None = None
    """Whether the processor is slowed down now."""

    uptime: float | None = None
    """Seconds since the machine was started."""

    memory_free: int | None = None
    memory_size: int | None = None
    """In bytes."""

    @property
    def troubles(self) -> tuple[str, ...]:
        """What somebody should look after: `hot`, `slowed`, `power`, `disk`."""
        found = {
            "hot": self.warmth is not None and self.warmth >= HOT,
            "slowed": bool(self.is_slowed),
            "power": bool(self.is_power_weak),
            "disk": bool(self.disk_trouble),
        }
        return tuple(name for name, is_so in found.items() if is_so)


@dataclass(frozen=True, slots=True)
class Sources:
    """Where a machine tells of itself."""

    sys: Path = machine.SYS
    proc: Path = machine.PROC
    firmware: str = firmware.PROGRAM


def examined(folder: Path, sources: Sources | None = None) -> Health:
    """Return how the machine is, with the disk on which that folder lies. It may take seconds."""
    asked = sources or Sources()
    told = firmware.asked(asked.firmware)
    is_weak = machine.is_power_weak(asked.sys)
    trouble = _disk_trouble(folder)
    disk = shutil.disk_usage(_there(folder))
    return Health(
        machine.warmth(asked.sys),
        told.is_power_weak if is_weak is None else is_weak or bool(told.is_power_weak),
        trouble,
        disk.free,
        disk.total,
        told.is_slowed,
        machine.uptime(asked.proc),
        *machine.memory(asked.proc),
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
