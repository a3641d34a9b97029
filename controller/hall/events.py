"""What happened in the hall. Named in the past tense, and never refused.

An event carries all that `Hall.apply` needs, so that a replay tells the same story
after any change of settings.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from controller.hall.ids import (
    AgentName,
    AppointmentCode,
    CounterId,
    PersonName,
    ServiceId,
    TicketNumber,
)
from wire.messages import Language, Priority

Why = Literal["due", "strict", "interleave", "accumulate", "reserved", "out_of_turn"]
"""What chose a ticket: the hall's policy; that it waited for this counter or agent alone; or
the agent, out of turn."""


CLOSING = "closing"
"""Why a ticket is cancelled that still waited when the hall closed."""


@dataclass(frozen=True, slots=True)
class CounterOpened:
    """An agent sat down to give these services."""

    at: datetime
    counter: CounterId
    agent: AgentName
    services: tuple[ServiceId, ...]
    preferences: tuple[tuple[ServiceId, timedelta], ...] = ()


@dataclass(frozen=True, slots=True)
class CounterClosed:
    """The agent left."""

    at: datetime
    counter: CounterId


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
    """Tickets of the same service that waited before it."""

    priority: Priority = "normal"
    then: tuple[ServiceId, ...] = ()
    quantity: int = 1
    sheets: int = 1
    appointment: AppointmentCode | None = None
    appointed_at: datetime | None = None
    """The moment of the appointment that it came with, whether in time or too late."""


@dataclass(frozen=True, slots=True)
class TicketCalled:
    """A visitor was called to a counter."""

    at: datetime
    ticket: TicketNumber
    counter: CounterId
    agent: AgentName
    why: Why = "due"
    passed: tuple[TicketNumber, ...] = ()
    """Who had waited longer where the counter may call from, the longest first; of a call out of
    turn also who was due sooner there, or in the ticket's own queue."""

    reason: str = ""
    """What the agent gave as the reason for a call out of turn."""


@dataclass(frozen=True, slots=True)
class TicketRecalled:
    """The visitor was called there again."""

    at: datetime
    ticket: TicketNumber
    counter: CounterId


@dataclass(frozen=True, slots=True)
class ServiceStarted:
    """The visitor came to the counter."""

    at: datetime
    ticket: TicketNumber
    counter: CounterId


@dataclass(frozen=True, slots=True)
class ServiceFinished:
    """The visitor was served."""

    at: datetime
    ticket: TicketNumber
    counter: CounterId
    outcome: str = ""
    note: str = ""
    quantity: int = 1


@dataclass(frozen=True, slots=True)
class NoShowRecorded:
    """Nobody came to the counter."""

    at: datetime
    ticket: TicketNumber
    counter: CounterId


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
    the agent that was waited for has closed.
    """

    at: datetime
    ticket: TicketNumber
    service: ServiceId
    due_at: datetime
    then: tuple[ServiceId, ...] = ()
    for_agent: AgentName | None = None
    is_return: bool = False
    """Whether it goes back to the agent who asked for it."""


@dataclass(frozen=True, slots=True)
class TicketPreCalled:
    """The visitor may get ready to be called."""

    at: datetime
    ticket: TicketNumber
    counter: CounterId


@dataclass(frozen=True, slots=True)
class WalkInStarted:
    """A visitor without a ticket is served; the ticket is for the record only."""

    at: datetime
    ticket: TicketNumber
    prefix: str
    serial: int
    service: ServiceId
    language: Language
    counter: CounterId
    agent: AgentName
    passed: tuple[TicketNumber, ...] = ()
    """Who waited where the counter may call from, or for the service, the longest first."""

    reason: str = ""
    """Why it did not wait with them."""


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
    """The visitor of a parked ticket waits again."""

    at: datetime
    ticket: TicketNumber


@dataclass(frozen=True, slots=True)
class TicketReinstated:
    """The visitor who had not come, or had been cancelled, waits again."""

    at: datetime
    ticket: TicketNumber


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
class CounterPaused:
    """The agent takes a break."""

    at: datetime
    counter: CounterId
    reason: str


@dataclass(frozen=True, slots=True)
class CounterResumed:
    """The agent is back."""

    at: datetime
    counter: CounterId


@dataclass(frozen=True, slots=True)
class CounterServicesChanged:
    """An open counter gives these services from now on."""

    at: datetime
    counter: CounterId
    services: tuple[ServiceId, ...]
    rule: str = ""
    """The rule that did it; nothing when a supervisor did."""

    added: ServiceId | None = None
    """The service that the rule put to them."""


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
    service: ServiceId
    counter: CounterId | None = None
    """The idle counter, for a rule that watches for one."""


@dataclass(frozen=True, slots=True)
class RuleSettled:
    """It holds no longer."""

    at: datetime
    rule: str
    service: ServiceId
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


TicketEvent = (
    TicketCalled
    | TicketRecalled
    | ServiceStarted
    | ServiceFinished
    | NoShowRecorded
    | TicketTransferred
    | TicketReturned
    | TicketMovedOn
    | TicketPreCalled
    | TicketParked
    | TicketResumed
    | TicketReinstated
    | TicketCancelled
    | TicketRedirected
    | TicketReprioritised
)
"""What happens to a ticket after its issue."""

CounterEvent = (
    CounterOpened | CounterClosed | CounterPaused | CounterResumed | CounterServicesChanged
)
ServiceEvent = ServicePaused | ServiceResumed
RuleEvent = RuleTriggered | RuleSettled

Event = (
    TicketIssued
    | WalkInStarted
    | TicketEvent
    | CounterEvent
    | ServiceEvent
    | RuleEvent
    | DayClosed
    | DayReopened
)
