"""Which devices are not well, since when, and when that raises an alarm. Pure.

Whatever is wrong raises one within 90 seconds, and nothing has to be dismissed: an alarm goes by
itself when the device is well again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType

from controller.signage.tally import SILENCE, Said
from wire.messages import DeviceAlarm, DeviceKind, DeviceTrouble, Published, ScreenHealth

HOT = 80.0
"""°C from which a Raspberry Pi slows itself down (Raspberry Pi documentation, "Frequency
management and thermal control")."""

LEAST_FREE = 128 * 1024 * 1024
"""Bytes on a screen's disk: twice what its player leaves to the rest of the machine."""

WATCHED: tuple[DeviceKind, ...] = ("kiosk", "screen")
"""Satisfaction tablets lie in drawers at night."""

AT_ONCE = timedelta()
"""A disk or a processor is looked at every 45 seconds: what is told has lasted long enough."""

PATIENCE: Mapping[DeviceTrouble, timedelta] = MappingProxyType(
    {
        "away": timedelta(seconds=60),
        "silent": timedelta(seconds=50),
        "behind": timedelta(seconds=75),
        "refused": timedelta(seconds=10),
    }
)
"""How long it may last, where that is not at once: programs are started anew, files fetched."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One device as it is known now."""

    name: str
    kind: DeviceKind
    is_connected: bool
    came_at: datetime | None = None
    """Since when it is connected, where that is known."""

    said: Said | None = None
    """What a screen said last of what it plays."""

    health: ScreenHealth | None = None


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that is wrong with one device."""

    device: str
    kind: DeviceKind
    what: DeviceTrouble


Watch = Mapping[Trouble, datetime]
"""What is wrong now, and since when it is seen."""


def looked(watch: Watch, found: Iterable[Trouble], at: datetime) -> Watch:
    """Return what is wrong now: of what goes on, its beginning is kept."""
    return MappingProxyType({each: watch.get(each, at) for each in found})


def alarms(watch: Watch, at: datetime, pace: float = 1.0) -> tuple[DeviceAlarm, ...]:
    """Return what has lasted for too long, by device. `pace`: how fast the clock runs."""
    lasting = (
        (each, since)
        for each, since in watch.items()
        if at - since >= PATIENCE.get(each.what, AT_ONCE) * pace
    )
    raised = (DeviceAlarm(each.device, each.kind, each.what, since) for each, since in lasting)
    return tuple(sorted(raised, key=lambda each: (each.device, each.trouble)))


def troubles(
    seen: Iterable[Sighting], published: Published, at: datetime, pace: float = 1.0
) -> tuple[Trouble, ...]:
    """Return all that is wrong with the devices at this moment."""
    return tuple(
        Trouble(each.name, each.kind, what)
        for each in seen
        if each.kind in WATCHED
        for what in _of(each, published, at, pace)
    )


def _of(
    seen: Sighting, published: Published, at: datetime, pace: float
) -> tuple[DeviceTrouble, ...]:
    if not seen.is_connected:
        return ("away",)
    if seen.kind != "screen":
        return ()
    if _is_silent(seen, at, pace):
        return ("silent", *_of_machine(seen.health))
    return (*_of_player(seen.said, published), *_of_machine(seen.health))


def _is_silent(seen: Sighting, at: datetime, pace: float) -> bool:
    """Whether its window stands still: the heartbeat comes from where frames come from."""
    heard_at = seen.said.heard_at if seen.said else seen.came_at
    return heard_at is not None and at - heard_at > SILENCE * pace


def _of_player(said: Said | None, published: Published) -> tuple[DeviceTrouble, ...]:
    if said is None:
        return ()
    told = said.playing
    is_current = (told.number, told.sha256) == (published.number, published.sha256)
    found: dict[DeviceTrouble, bool] = {
        "refused": is_current and told.state == "refused",
        "behind": not is_current or told.state in {"fetching", "ready"},
        "left_out": bool(told.quarantined),
        "disk": told.problem == "disk",
        "disk_full": told.problem == "disk_full",
    }
    return tuple(what for what, is_so in found.items() if is_so)


def _of_machine(health: ScreenHealth | None) -> tuple[DeviceTrouble, ...]:
    if health is None:
        return ()
    found: dict[DeviceTrouble, bool] = {
        "disk": bool(health.disk_trouble),
        "disk_full": health.disk_free < LEAST_FREE,
        "hot": health.warmth is not None and health.warmth >= HOT,
        "slowed": bool(health.is_slowed),
        "power": bool(health.is_power_weak),
    }
    return tuple(what for what, is_so in found.items() if is_so)
