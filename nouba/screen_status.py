"""What `nouba display status` tells a technician of one screen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from display.player import machine
from display.player.clock_trust import ClockFacts, clock_trust
from display.player.health import Health, examined
from display.player.inspection import Inspection, coming, inspected
from display.player.play_log import waiting
from display.player.store import Store
from display.publishing import PLAYER, TURNS
from media.playlist.schedule import ClockTrust

_CLOCKS = (
    (ClockTrust.NTP, "kept right by a server of time"),
    (ClockTrust.RTC, "a clock with a battery"),
    (ClockTrust.NONE, "a guess until the controller is heard: nothing dated plays before"),
)


@dataclass(frozen=True, slots=True)
class ScreenStatus:
    """Lines to read, and whether somebody should do something."""

    lines: tuple[str, ...]
    is_well: bool


def screen_status(home: Path, now: datetime) -> ScreenStatus:
    """Look at what a screen keeps in its own folder, and at its machine. It changes nothing there.

    The disk is tried with a small file beside the player's, which is taken away again.
    """
    folder = home / PLAYER
    if not folder.is_dir():
        return ScreenStatus((f"Nothing was ever published to this screen: no {folder}.",), True)
    store = Store(folder)
    playing = None if store.current is None else inspected(store, store.current)
    health = examined(folder)
    lines = (
        *_playing(playing),
        *_others(store),
        f"Proof of play: {waiting(home / TURNS)} turns wait for the controller",
        *_machine(health),
        f"Clock: {_clock(playing, now)}",
    )
    is_whole = playing is None or not (playing.missing or playing.left_out)
    return ScreenStatus(lines, is_whole and not health.troubles)


def _playing(found: Inspection | None) -> Iterator[str]:
    if found is None or found.name.number == 0:
        yield "Plays: the notices of its pack, for nothing is published"
    elif found.revision is None:
        yield f"Plays: not revision {found.name.number}, whose manifest is damaged"
    else:
        published = found.revision.published_at.astimezone(UTC)
        yield (
            f"Plays: revision {found.name.number}, published {published:%Y-%m-%d %H:%M} UTC: "
            f"{len(found.revision.items)} items, {len(found.here)} files, {found.bytes:,} bytes"
        )
        yield from (f"Left out here: {item}" for item in found.left_out)
        yield from (f"Missing or damaged: {asset.sha256}" for asset in found.missing)


def _others(store: Store) -> Iterator[str]:
    if store.previous is not None:
        yield f"Before it: revision {store.previous.number}"
    for number in coming(store.folder, (store.current, store.previous)):
        yield f"On its way: revision {number}"


def _machine(health: Health) -> Iterator[str]:
    yield f"Disk: {health.disk_trouble or 'takes and gives back what is written'}"
    yield f"Free: {health.free:,} bytes"
    if health.warmth is not None:
        yield f"Warmest place: {health.warmth:.0f} °C{' (hot)' if 'hot' in health.troubles else ''}"
    if health.is_power_weak is not None:
        yield f"Power: {'was too weak since the start' if health.is_power_weak else 'fine'}"


def _clock(playing: Inspection | None, now: datetime) -> str:
    revision = None if playing is None else playing.revision
    past = None if revision is None else revision.published_at
    facts = ClockFacts(
        now,
        has_heard=False,  # the controller is not asked here
        is_synchronised=machine.is_synchronised(),
        battery=machine.battery_clock(),
        past=past,
    )
    return dict(_CLOCKS)[clock_trust(facts)]
