"""An appointment: who comes when, as far as the hall must know."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from controller.hall.ids import AppointmentCode, ServiceId, TicketNumber
from wire.messages import Language


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A day, and a time on the hall's own clock.

    No moment in UTC: when a decree moves the clock after the booking, nine o'clock stays
    nine o'clock, which is what the visitor was told.
    """

    day: date
    time: time

    def moment(self, zone: ZoneInfo) -> datetime:
        """Return the moment that it is, by the zone's rules as they are known now."""
        return datetime.combine(self.day, self.time, zone).astimezone(UTC)


class Fate(StrEnum):
    """What has become of an appointment."""

    EXPECTED = "expected"
    CAME = "came"
    CANCELLED = "cancelled"
    MISSED = "missed"
    """Nobody came, and it is too late; on the same day a ticket as a walk-in's is left."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a visitor books. The same `request` again gets the same appointment."""

    service: ServiceId
    slot: Slot
    language: Language
    request: str


@dataclass(frozen=True, slots=True)
class Appointment:
    """An appointment that was booked. Who knows its code may move, cancel and use it."""

    code: AppointmentCode
    service: ServiceId
    slot: Slot
    language: Language
    is_cancelled: bool = False
    because: str = ""
    """Why the staff cancelled it, for its visitor to read; nothing when the visitor did."""

    ticket: TicketNumber | None = None
    """The ticket that it became."""

    def fate(self, since: datetime, zone: ZoneInfo) -> Fate:
        """Return what has become of it, when those before the moment `since` are too late."""
        if self.ticket is not None:
            return Fate.CAME
        if self.is_cancelled:
            return Fate.CANCELLED
        return Fate.EXPECTED if self.slot.moment(zone) >= since else Fate.MISSED
