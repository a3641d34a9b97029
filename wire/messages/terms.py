"""The words that several messages use."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Language = Literal["ar", "zgh", "fr", "en"]
"""Arabic, Standard Moroccan Amazigh in Tifinagh, French, English (BCP 47 codes)."""

LANGUAGES: tuple[Language, ...] = ("ar", "zgh", "fr", "en")

DeviceKind = Literal["kiosk", "screen", "rater"]
"""What a device of the hall is. A rater asks at a counter how the service was."""

PrinterTrouble = Literal[
    "paper_low",
    "paper_out",
    "cover_open",
    "cutter",
    "jam",
    "hot",
    "unrecoverable",
    "offline",
]
"""What keeps a kiosk's printer from printing; with `paper_low` it soon will."""


class AnnouncementKind(StrEnum):
    """What may be said to the whole hall: one sentence each, in every language."""

    CLOSING_SOON = "closing_soon"
    SERVICE_PAUSED = "service_paused"
    SERVICE_RESUMED = "service_resumed"
    NO_MORE_TICKETS = "no_more_tickets"
    LONG_WAITS = "long_waits"
    DOCUMENTS_READY = "documents_ready"


class EmergencyKind(StrEnum):
    """What everybody in the hall must do."""

    EVACUATION = "evacuation"
    """Leave the building."""

    SECURITY = "security"
    """Stay away from the doors and follow the staff."""


Priority = Literal["normal", "appointment", "disability", "elderly", "pregnant", "abroad"]
"""The classes of visitors that a hall may call sooner; a visitor says so, no reason is kept."""

PRIORITIES: tuple[Priority, ...] = (
    "normal",
    "appointment",
    "disability",
    "elderly",
    "pregnant",
    "abroad",
)


DECLARED: tuple[Priority, ...] = ("disability", "elderly", "pregnant", "abroad")
"""Those that a visitor may declare at a kiosk."""

MOST_AT_ONCE = 20
"""As many copies, or sheets, as one ticket may be for."""

MOST_SERVICES = 3
"""As many services as one ticket may be for: the smallest kiosk names them in two lines."""


Face = Literal[1, 2, 3, 4, 5]
"""What a visitor says of a service: 1 is very bad, 5 is very good."""

FACES: tuple[Face, ...] = (1, 2, 3, 4, 5)

About = Literal["wait", "welcome", "clarity", "papers", "result", "place"]
"""What an answer is about, when the visitor says so. Never a text of their own: it might tell
of a person."""

ABOUT: tuple[About, ...] = ("wait", "welcome", "clarity", "papers", "result", "place")


class TicketState(StrEnum):
    """Where a ticket is on its way through the hall."""

    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    PARKED = "parked"
    FINISHED = "finished"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Expected:
    """A wait that is expected, in minutes: four of five should lie between `low` and `high`."""

    low: int
    likely: int
    high: int


@dataclass(frozen=True, slots=True)
class Expecting:
    """How good the last seven days' expected waits were."""

    count: int
    """Waits that they were compared with."""

    error: float | None
    """Mean absolute error of the likely wait, in minutes; nothing without a wait."""

    coverage: float | None
    """The share of waits that lay in the range; nothing without a wait."""

    method: str = ""
    """What tells them: `age`, `pace` or `model`; empty for all services together."""
