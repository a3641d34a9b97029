"""What a controller knew of its devices at one moment, for whoever asks another process."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from controller.fleet.watch import Sighting
from wire.messages import DeviceAlarm, Published


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All devices, by name, and what is wrong with them for too long."""

    at: datetime
    """By the hall's clock."""

    published: Published
    seen: tuple[Sighting, ...]
    alarms: tuple[DeviceAlarm, ...]


class Shelf(Protocol):
    """Where the last snapshot lies. Everything here raises `StoreError`."""

    def put(self, snapshot: Snapshot) -> None:
        """Keep this one in place of the last."""

    def last(self) -> Snapshot | None:
        """Return the last one; nothing where no controller has looked yet."""
