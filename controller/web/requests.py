"""The shapes of what the staff may say. The hall says whether there is such a thing."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from wire.messages import (
    AnnouncementKind,
    EmergencyKind,
    Language,
    PrinterTrouble,
    Priority,
)

RequestId = Annotated[str, Field(pattern=r"^[A-Za-z0-9-]{8,64}$")]
"""A client's name for one wish; a UUID will do."""

ServiceName = Annotated[str, Field(max_length=100)]
"""A service's id in the pack."""

TicketName = Annotated[str, Field(max_length=12)]
"""A ticket's number, such as A042."""

PersonName = Annotated[str, Field(max_length=40)]
CounterNumber = Annotated[int, Field(strict=True, ge=1, le=9999)]
"""A number, not a text or a truth value: JSON knows the difference."""

Minutes = Annotated[float, Field(gt=0, le=720)]
Reason = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
Note = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]

Seq = Annotated[int, Field(strict=True, ge=0, le=2**31 - 1)]
"""As far as the journal's numbers go."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A request that says nothing but what it is."""

    request: RequestId


@dataclass(frozen=True, slots=True)
class CodeOf:
    """Whatever else is said, the code that a visitor showed."""

    code: str


@dataclass(frozen=True, slots=True)
class OpenAt:
    """Take a place at a counter, for these services or for those that it is set up for."""

    request: RequestId
    counter: CounterNumber
    services: Annotated[tuple[ServiceName, ...], Field(max_length=200)] = ()


@dataclass(frozen=True, slots=True)
class FinishAs:
    """The visitor leaves, or goes on; how it ended, and of how many."""

    request: RequestId
    outcome: Annotated[str, Field(max_length=40)] = ""
    note: Note = ""
    quantity: Annotated[int, Field(strict=True)] | None = None
    goes_on_to: ServiceName | None = None


@dataclass(frozen=True, slots=True)
class TransferTo:
    """Send the visitor on: to a service, to a counter, or to an agent."""

    request: RequestId
    service: ServiceName | None = None
    counter: CounterNumber | None = None
    agent: PersonName | None = None
    place: Literal["first", "due", "last"] = "due"
    comes_back: bool = False
    reason: Reason = ""


@dataclass(frozen=True, slots=True)
class ParkFor:
    """Let the visitor fetch something, for so many minutes or until somebody resumes."""

    request: RequestId
    reason: Reason
    place: Annotated[str, StringConstraints(max_length=100)] = ""
    minutes: Minutes | None = None


@dataclass(frozen=True, slots=True)
class ThisTicket:
    """Do something with one ticket."""

    request: RequestId
    ticket: TicketName


@dataclass(frozen=True, slots=True)
class ThisTicketBecause:
    """Do something with one ticket, for a reason that is kept."""

    request: RequestId
    ticket: TicketName
    reason: Reason


@dataclass(frozen=True, slots=True)
class BringBack:
    """Let a ticket wait again, for a reason where its visitor was served already."""

    request: RequestId
    ticket: TicketName
    reason: Reason = ""


@dataclass(frozen=True, slots=True)
class RedirectTo:
    """Let who waits wait elsewhere, for a reason that is kept."""

    request: RequestId
    ticket: TicketName
    reason: Reason
    service: ServiceName | None = None
    counter: CounterNumber | None = None
    agent: PersonName | None = None
    place: Literal["first", "due", "last"] = "due"


@dataclass(frozen=True, slots=True)
class Reprioritise:
    """Give who waits another priority class, for a reason that is kept."""

    request: RequestId
    ticket: TicketName
    priority: Priority
    reason: Reason


@dataclass(frozen=True, slots=True)
class Because:
    """Do something for a reason that is kept."""

    request: RequestId
    reason: Reason


@dataclass(frozen=True, slots=True)
class ServeNow:
    """Serve somebody who has no ticket; for a reason, when others wait."""

    request: RequestId
    service: ServiceName
    language: Language = "ar"
    reason: Reason = ""


@dataclass(frozen=True, slots=True)
class AtCounter:
    """Do something with a counter."""

    request: RequestId
    counter: CounterNumber


@dataclass(frozen=True, slots=True)
class GiveAt:
    """Let an open counter give these services from now on."""

    request: RequestId
    counter: CounterNumber
    services: Annotated[tuple[ServiceName, ...], Field(min_length=1, max_length=200)]


@dataclass(frozen=True, slots=True)
class ThisService:
    """Do something with one service, or with all."""

    request: RequestId
    service: ServiceName | None = None


@dataclass(frozen=True, slots=True)
class ThisServiceBecause:
    """Do something with one service, or with all, for a reason that visitors are told."""

    request: RequestId
    reason: Reason
    service: ServiceName | None = None


@dataclass(frozen=True, slots=True)
class OfEmergency:
    """Raise an emergency of this kind, or lift it."""

    request: RequestId
    kind: EmergencyKind


@dataclass(frozen=True, slots=True)
class OfAnnouncement:
    """Tell the whole hall this, of a service or of none; or do not tell it any more."""

    request: RequestId
    kind: AnnouncementKind
    service: ServiceName | None = None


@dataclass(frozen=True, slots=True)
class PrinterNow:
    """What troubles a kiosk's printer."""

    troubles: Annotated[tuple[PrinterTrouble, ...], Field(max_length=8)]
