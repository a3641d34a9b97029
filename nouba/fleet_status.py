"""What `nouba signage status` tells of the screens, from what a controller saw last."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from controller.fleet.snapshot import Snapshot
from controller.fleet.watch import Sighting
from controller.signage.tally import Standing, tally
from media.texts.devices import TROUBLES
from media.texts.publishing import STANDINGS
from wire.messages import ScreenHealth

STALE = timedelta(minutes=3)
"""A controller that runs looks every minute at least."""

NOT_TOLD = "not told"
GIGABYTE = 1e9


def told(snapshot: Snapshot) -> Iterator[str]:
    """Give each screen's lines: what it shows, what is wrong, and what its machine tells."""
    screens = [each for each in snapshot.seen if each.kind == "screen"]
    said = ((each.name, each.said) for each in screens)
    standings = tally(snapshot.published, said, snapshot.at).screens
    for each, standing in zip(screens, standings, strict=True):
        shows = standing.standing if each.is_connected else Standing.OFF
        yield f"{each.name}: {STANDINGS[shows].lower()}"
        yield from (f"  ! {trouble}" for trouble in _troubles(each, snapshot))
        if each.health is not None:
            yield f"  {' · '.join(facts(each.health))}"


def is_stale(snapshot: Snapshot, now: datetime, pace: float) -> bool:
    """Whether no controller looks any more; `pace`: how fast the hall's clock runs."""
    return not timedelta() <= now - snapshot.at <= STALE * pace


def _troubles(seen: Sighting, snapshot: Snapshot) -> tuple[str, ...]:
    mine = (alarm for alarm in snapshot.alarms if alarm.device == seen.name)
    return tuple(TROUBLES[alarm.trouble] for alarm in mine)


def facts(health: ScreenHealth) -> Iterator[str]:
    """Give what the machine tells of itself, and say what it does not tell."""
    yield f"version {health.version or NOT_TOLD}"
    yield f"{health.width}×{health.height}"
    yield f"clock {health.clock_trust}"
    yield f"warmth {_warmth(health)}"
    yield f"power {_power(health)}"
    yield f"disk {health.disk_free / GIGABYTE:.1f} of {health.disk_size / GIGABYTE:.1f} GB free"
    yield f"memory {_memory(health)}"
    yield f"up {NOT_TOLD if health.uptime is None else _length(health.uptime)}"


def _warmth(health: ScreenHealth) -> str:
    return NOT_TOLD if health.warmth is None else f"{health.warmth:.0f} °C"


def _power(health: ScreenHealth) -> str:
    if health.is_power_weak is None:
        return NOT_TOLD
    return "was too weak since the start" if health.is_power_weak else "fine"


def _memory(health: ScreenHealth) -> str:
    if health.memory_free is None or health.memory_size is None:
        return NOT_TOLD
    free, size = health.memory_free / GIGABYTE, health.memory_size / GIGABYTE
    return f"{free:.1f} of {size:.1f} GB free"


def _length(seconds: float) -> str:
    days, rest = divmod(int(seconds), 86_400)
    return f"{days} d {rest // 3600} h" if days else f"{rest // 3600} h {rest // 60 % 60} min"
