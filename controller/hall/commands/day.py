"""What is asked of the day and of its services."""

from dataclasses import dataclass

from controller.hall.ids import (
    CounterId,
    PersonName,
    ServiceId,
)
from wire.messages import AnnouncementKind, EmergencyKind


@dataclass(frozen=True, slots=True)
class PauseService:
    """No more tickets for now, for this service or for any; visitors are told the reason."""

    service: ServiceId | None
    reason: str


@dataclass(frozen=True, slots=True)
class ResumeService:
    """Tickets again: for this service, or for all that are paused."""

    service: ServiceId | None


@dataclass(frozen=True, slots=True)
class LetTimePass:
    """The clock asks for what is due by itself: tickets parked till now, and the hall's rules."""

    unattended: frozenset[CounterId] = frozenset()
    """The open counters at which nobody can be called now: their agents' pages are gone."""


@dataclass(frozen=True, slots=True)
class CloseDay:
    """The hall closes for the day; no ticket stays undecided."""


@dataclass(frozen=True, slots=True)
class EndDay:
    """The date has changed: what nobody closed is closed, and what nobody lifted is lifted."""


@dataclass(frozen=True, slots=True)
class ReopenDay:
    """A supervisor takes the closing of the day back; who waited until then waits again."""

    reason: str
    by: PersonName


@dataclass(frozen=True, slots=True)
class RaiseEmergency:
    """Everybody in the hall must do this now; it lasts until it is lifted."""

    kind: EmergencyKind
    by: PersonName


@dataclass(frozen=True, slots=True)
class LiftEmergency:
    """The danger is over; whoever is still called is called again."""

    kind: EmergencyKind
    by: PersonName


@dataclass(frozen=True, slots=True)
class Announce:
    """The whole hall is told this, of a service or of none, in all its languages."""

    kind: AnnouncementKind
    service: ServiceId | None
    by: PersonName


@dataclass(frozen=True, slots=True)
class WithdrawAnnouncement:
    """It is not to be said, or no more."""

    kind: AnnouncementKind
    service: ServiceId | None
    by: PersonName


AnnouncementCommand = Announce | WithdrawAnnouncement
EmergencyCommand = RaiseEmergency | LiftEmergency
DayCommand = PauseService | ResumeService | LetTimePass | CloseDay | EndDay | ReopenDay
