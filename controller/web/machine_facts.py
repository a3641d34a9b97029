"""What a screen's machine tells of itself, as a page shows it."""

from collections.abc import Iterator
from dataclasses import dataclass

from media.texts.devices import CLOCKS, FACTS, NOT_TOLD, POWER_FINE, POWER_WEAK
from wire.messages import ScreenHealth

GIGABYTE = 1e9


@dataclass(frozen=True, slots=True)
class Fact:
    """A name, and what it is: words of the catalogues, or figures that are the same in all."""

    label: str
    words: str = ""
    figures: str = ""


def facts_of(health: ScreenHealth) -> Iterator[Fact]:
    """Give each fact; what the machine does not tell is said not to be told."""
    yield _figures("warmth", _degrees(health.warmth))
    yield Fact(FACTS["power"], _power(health.is_power_weak))
    yield _figures("disk", _share(health.disk_free, health.disk_size))
    yield _figures("memory", _share(health.memory_free, health.memory_size))
    yield _figures("uptime", _length(health.uptime))
    yield _figures("size", f"{health.width} × {health.height}")
    yield Fact(FACTS["clock"], CLOCKS[health.clock_trust])
    yield _figures("version", health.version)


def _figures(name: str, figures: str) -> Fact:
    return Fact(FACTS[name], "" if figures else NOT_TOLD, figures)


def _degrees(warmth: float | None) -> str:
    return "" if warmth is None else f"{warmth:.0f} °C"


def _power(is_weak: bool | None) -> str:  # noqa: FBT001 - it is the very fact
    if is_weak is None:
        return NOT_TOLD
    return POWER_WEAK if is_weak else POWER_FINE


def _share(free: int | None, size: int | None) -> str:
    if free is None or size is None:
        return ""
    return f"{free / GIGABYTE:.1f} / {size / GIGABYTE:.1f} GB"


def _length(seconds: float | None) -> str:
    """Return hours and minutes, in signs that are the same in every language."""
    if seconds is None:
        return ""
    minutes = int(seconds) // 60
    return f"{minutes // 60} h {minutes % 60:02} min"
