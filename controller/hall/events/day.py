"""What happened to the day, to its services, and to what the rules watch for."""

from dataclasses import dataclass
from datetime import datetime

from controller.hall.ids import (
    CounterId,
    KioskName,
    PersonName,
    ServiceId,
)
from wire.messages import AnnouncementKind, EmergencyKind


@dataclass(frozen=True, slots=True)
class NumbersReserved:
    """A kiosk alone gives out these numbers on this day."""

    at: datetime
    kiosk: KioskName
    prefix: str
    first: int
    last: int
    """This one too."""


@dataclass(frozen=True, slots=True)
class ServicePaused:
    """No more tickets are issued for this service."""

    at: datetime
    service: ServiceId
    reason: str


@dataclass(frozen=True, slots=True)
class ServiceResumed:
    """Tickets are issued for this service again."""

    at: datetime
    service: ServiceId


@dataclass(frozen=True, slots=True)
class RuleTriggered:
    """What a rule watches for began to hold."""

    at: datetime
    rule: str
    service: ServiceId | None
    """Nothing for a rule that watches the whole hall."""

    counter: CounterId | None = None
    """The idle counter, for a rule that watches for one."""


@dataclass(frozen=True, slots=True)
class RuleSettled:
    """It holds no longer."""

    at: datetime
    rule: str
    service: ServiceId | None
    counter: CounterId | None = None


@dataclass(frozen=True, slots=True)
class DayClosed:
    """The hall closed; nothing happens on this day any more, unless it is opened again."""

    at: datetime


@dataclass(frozen=True, slots=True)
class DayReopened:
    """A supervisor took the closing back."""

    at: datetime
    reason: str
    by: PersonName


@dataclass(frozen=True, slots=True)
class EmergencyRaised:
    """A supervisor told everybody in the hall what to do now; nobody is called on the screens."""

    at: datetime
    kind: EmergencyKind
    by: PersonName


@dataclass(frozen=True, slots=True)
class EmergencyLifted:
    """The danger is over."""

    at: datetime
    kind: EmergencyKind
    by: PersonName | None = None
    """Nothing when nobody said so before the date changed: no emergency outlasts its day."""


@dataclass(frozen=True, slots=True)
class AnnouncementMade:
    """The whole hall is told something once, as long as it is true."""

    at: datetime
    kind: AnnouncementKind
    until: datetime
    """From when on it would be out of date."""

    service: ServiceId | None = None
    minutes: int | None = None
    """In how many the hall closes, where that is said."""

    by: PersonName | None = None
    """Nobody where the hall's rules led to it."""


@dataclass(frozen=True, slots=True)
class AnnouncementWithdrawn:
    """It is said no more."""

    at: datetime
    kind: AnnouncementKind
    service: ServiceId | None
    by: PersonName
