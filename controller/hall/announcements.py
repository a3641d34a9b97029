"""What the whole hall is told: when it is true, how long it may be said."""

from dataclasses import dataclass
from datetime import timedelta

from controller.hall.ids import ServiceId
from wire.messages import AnnouncementKind

Subject = tuple[AnnouncementKind, ServiceId | None]
"""Of one kind for one service the latest announcement counts."""

A_MINUTE = timedelta(minutes=1)
LASTS = timedelta(minutes=5)
"""How long an announcement may wait for a quiet moment before it is out of date."""

CLOSING_LASTS = timedelta(minutes=2)
"""As `LASTS`, of one that says in how many minutes the hall closes."""

CLOSING_MINUTES = (5, 10, 15, 30)
"""In so many minutes the hall may be said to close: the voices have words for these."""

OF_A_SERVICE = frozenset(
    {
        AnnouncementKind.SERVICE_PAUSED,
        AnnouncementKind.SERVICE_RESUMED,
        AnnouncementKind.NO_MORE_TICKETS,
    }
)
"""Those that name a service; without one, such an announcement is of all."""


@dataclass(frozen=True, slots=True)
class SaidByItself:
    """What the hall says without being asked. Nothing, unless told."""

    before_closing: tuple[int, ...] = ()
    """How many minutes before each closing, of `CLOSING_MINUTES`."""

    pauses: bool = False
    """That a service is paused, and that it is taken up again."""
