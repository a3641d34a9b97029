"""Watches over the devices: whatever is wrong with one for too long is told, and logged."""

from collections.abc import Callable
from datetime import datetime, timedelta
from types import MappingProxyType

import structlog
from flask_socketio import SocketIO

from controller.fleet.snapshot import Shelf, Snapshot
from controller.fleet.watch import Watch, alarms, looked, troubles
from controller.web.presence import Presence
from controller.web.rounds import go_on
from wire.messages import DeviceAlarm, Published

PACE = 1.0
"""Seconds between two looks."""

KEPT_EVERY = 60.0
"""Seconds between two snapshots in the database, while no alarm and no device comes or goes."""


class Watchman:
    """Looks at all devices again and again."""

    def __init__(
        self,
        presence: Presence,
        published: Callable[[], Published],
        shelf: Shelf,
        now: Callable[[], datetime],
        pace: float,
    ) -> None:
        """`now` is the hall's clock, and `pace` how fast it runs."""
        self._presence, self._published, self._shelf = presence, published, shelf
        self._now, self._pace = now, pace
        self._kept_at: datetime | None = None
        self._here: tuple[object, ...] = ()
        self._watch: Watch = MappingProxyType({})

    def start(self, socketio: SocketIO) -> None:
        """Go on looking, for ever."""
        socketio.start_background_task(go_on, "alarms", self.look, PACE)

    def look(self) -> None:
        """Look once; raises `StoreError`."""
        at, seen, published = self._now(), self._presence.seen(), self._published()
        found = troubles(seen, published, at, self._pace)
        self._watch = looked(self._watch, found, at)
        raised = alarms(self._watch, at, self._pace)
        before = self._presence.alarms
        _log_changes(before, raised)
        self._presence.raise_alarms(raised)
        here = tuple(
            (each.name, each.is_connected, each.said is None, each.health is None) for each in seen
        )
        if raised != before or here != self._here or self._is_due(at):
            self._shelf.put(Snapshot(at, published, seen, raised))
            self._kept_at, self._here = at, here

    def _is_due(self, at: datetime) -> bool:
        wait = timedelta(seconds=KEPT_EVERY * self._pace)
        return self._kept_at is None or not timedelta() <= at - self._kept_at < wait


def _log_changes(before: tuple[DeviceAlarm, ...], now: tuple[DeviceAlarm, ...]) -> None:
    log = structlog.get_logger()
    for each in now:
        if each not in before:
            log.warning("alarm", device=each.device, trouble=each.trouble, since=str(each.since))
    for each in before:
        if each not in now:
            log.info("alarm_over", device=each.device, trouble=each.trouble)
