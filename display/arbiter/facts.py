"""What an arbiter is told."""

from dataclasses import dataclass

from display.arbiter.claims import Announcement, Show, Standing
from wire.messages import Call, Emergency


@dataclass(frozen=True, slots=True)
class TimePassed:
    """Nothing but that."""


@dataclass(frozen=True, slots=True)
class BoardSeen:
    """The hall as it is now, whole."""

    standing: Standing


@dataclass(frozen=True, slots=True)
class CallHeard:
    """A ticket is called just now."""

    call: Call


@dataclass(frozen=True, slots=True)
class CallSpoken:
    """The loudspeaker has ended a call: heard, dropped or failed."""

    seq: int


@dataclass(frozen=True, slots=True)
class AnnouncementAsked:
    """Somebody wants the whole hall to hear something. The same key replaces what waits."""

    announcement: Announcement


@dataclass(frozen=True, slots=True)
class AnnouncementWithdrawn:
    """It is not to be said, or no more."""

    key: str


@dataclass(frozen=True, slots=True)
class EmergenciesSeen:
    """The emergencies that last now, whole, in the order in which they were raised."""

    emergencies: tuple[Emergency, ...]


@dataclass(frozen=True, slots=True)
class DueSeen:
    """What may play now, whole, strongest rank first."""

    shows: tuple[Show, ...]


@dataclass(frozen=True, slots=True)
class ShowEnded:
    """A film has come to its end, or could not be played."""

    item: str


OfTheHall = BoardSeen | CallHeard | CallSpoken | EmergenciesSeen
ToPlay = AnnouncementAsked | AnnouncementWithdrawn | DueSeen | ShowEnded | TimePassed
Fact = OfTheHall | ToPlay
