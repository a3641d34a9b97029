"""What happened to tickets between the kiosk and the door."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from controller.hall.ids import (
    AgentName,
    AppointmentCode,
    CounterId,
    PersonName,
    ServiceId,
    TicketNumber,
)
from wire.messages import About, Face, Language, Priority

CLOSING = "closing"
"""Why a ticket is decided that was still open when the hall closed."""

ISSUED_ALONE = "issued_alone"
"""Why a ticket is cancelled of which its kiosk never heard: the visitor has another one."""

Place = Literal["first", "due", "last"]
"""Where in a line a ticket is put: before all others, where its due moment says, after them."""


@dataclass(frozen=True, slots=True)
class TicketIssued:
    """A visitor took a ticket."""

    at: datetime
    ticket: TicketNumber
    prefix: str
    serial: int
    service: ServiceId
    language: Language
    due_at: datetime
    ahead: int
    """Tickets, of whatever service, that waited and would be called before it if nobody else came;
    in older journals those of its service that were due before it."""

    priority: Priority = "normal"
    then: tuple[ServiceId, ...] = ()
    quantity: int = 1
    sheets: int = 1
    appointment: AppointmentCode | None = None
    appointed_at: datetime | None = None
    """The moment of the appointment that it came with, whether in time or too late."""

    promised_at: datetime | None = None
    """By when the commune promises to call it, whatever its class; nothing in older journals."""

    waits_from: datetime | None = None
    """Since when its wait counts; nothing when since the issue."""

    alone_at: datetime | None = None
    """When a kiosk that was alone issued it; nothing when the hall did."""

    beyond_quota: tuple[ServiceId, ...] = ()
    """Those of its services of which no more were given that day, but by the staff."""

    @property
    def is_in_time(self) -> bool:
        """Whether its visitor came in time for an appointment."""
        is_promised = self.appointed_at is not None and self.promised_at == self.appointed_at
        return self.priority == "appointment" or is_promised

    @property
    def issued_at(self) -> datetime:
        """When its visitor got it."""
        return self.alone_at or self.at


@dataclass(frozen=True, slots=True)
class TicketTransferred:
    """The visitor was sent on, to wait for another service, counter or agent."""

    at: datetime
    ticket: TicketNumber
    counter: CounterId
    service: ServiceId
    due_at: datetime | None = None
    """When it is due there; nothing when as before."""

    for_counter: CounterId | None = None
    for_agent: AgentName | None = None
    comes_back_to: AgentName | None = None
    place: Place = "due"
    """Where in the line it was put."""

    waits_from: datetime | None = None
    """Since when its wait counts there; nothing when as before."""

    reason: str = ""
    """Why it was put first in line."""

    is_return: bool = False
    """Whether it is sent back to the agent who asked for it, and need not come back once more."""

    quantity: int = 1
    """How many are wanted of a service that it was not for before."""


@dataclass(frozen=True, slots=True)
class TicketReturned:
    """The visitor waits again for the same service: the agent had left them at the counter."""

    at: datetime
    ticket: TicketNumber
    counter: CounterId


@dataclass(frozen=True, slots=True)
class TicketMovedOn:
    """The visitor waits for something else.

    Served here, for the next service of the visit; or for anybody, because the counter or
    the agent that was waited for has closed, or gives the service no more.
    """

    at: datetime
    ticket: TicketNumber
    service: ServiceId
    due_at: datetime
    then: tuple[ServiceId, ...] = ()
    for_agent: AgentName | None = None
    is_return: bool = False
    """Whether it goes back to the agent who asked for it."""

    quantity: int = 1
    """How many are wanted of a further service of the visit."""


@dataclass(frozen=True, slots=True)
class TicketParked:
    """The visitor left the counter to come back."""

    at: datetime
    ticket: TicketNumber
    counter: CounterId
    reason: str
    place: str = ""
    back_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TicketResumed:
    """The visitor of a parked ticket waits again, for the same counter or agent alone, if any."""

    at: datetime
    ticket: TicketNumber
    for_counter: CounterId | None = None
    for_agent: AgentName | None = None


@dataclass(frozen=True, slots=True)
class TicketReinstated:
    """The visitor who had not come, or had been cancelled, waits again."""

    at: datetime
    ticket: TicketNumber
    service: ServiceId | None = None
    """What it waits for; nothing in older journals, which do not tell either for whom alone."""

    for_counter: CounterId | None = None
    for_agent: AgentName | None = None
    due_at: datetime | None = None
    """When it is due there; nothing when as before."""

    waits_from: datetime | None = None
    """Since when its wait counts there; nothing when as before."""

    place: Place | None = None
    """Where in the line it was put; nothing when in its old place."""

    reason: str = ""
    """Why it was brought back, of one that had been finished; of others where somebody told."""

    beyond_quota: tuple[ServiceId, ...] = ()
    """Those of its services of which others have taken all that are given in a day meanwhile."""


@dataclass(frozen=True, slots=True)
class TicketCancelled:
    """The visitor gave the place up, or lost it for a reason."""

    at: datetime
    ticket: TicketNumber
    reason: str = ""
    by: PersonName | None = None
    """Who of the staff did it; nothing when the visitor did, or the day ended."""


@dataclass(frozen=True, slots=True)
class TicketRedirected:
    """A supervisor let the visitor wait elsewhere."""

    at: datetime
    ticket: TicketNumber
    service: ServiceId
    due_at: datetime
    reason: str
    by: PersonName
    for_counter: CounterId | None = None
    for_agent: AgentName | None = None
    place: Place = "due"
    waits_from: datetime | None = None
    """Since when its wait counts there; nothing when as before."""

    then: tuple[ServiceId, ...] | None = None
    """The services still to visit after it; nothing in older journals: as before, without it."""

    quantity: int = 1
    """How many are wanted of a service that it was not for before."""


@dataclass(frozen=True, slots=True)
class TicketReprioritised:
    """A supervisor gave the visitor another priority class."""

    at: datetime
    ticket: TicketNumber
    priority: Priority
    due_at: datetime
    reason: str
    by: PersonName


@dataclass(frozen=True, slots=True)
class VisitRated:
    """The visitor said how satisfied they are with a service that was finished.

    Another one of the same service takes its place.
    """

    at: datetime
    ticket: TicketNumber
    service: ServiceId
    """The one that was finished, whatever the ticket waits for by now."""

    face: Face
    about: About | None = None
