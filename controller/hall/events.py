"""What happened in the hall. Named in the past tense, and never refused.

An event carries all that `Hall.apply` needs, so that a replay tells the same story
after any change of settings.
"""

from dataclasses import dataclass
from datetime import datetime

from controller.hall.ids import AgentName, CounterId, ServiceId, TicketNumber
from wire.messages import Language


@dataclass(frozen=True, slots=True)
class CounterOpened:
    at: datetime
    counter: CounterId
    agent: AgentName
    services: tuple[ServiceId, ...]


@dataclass(frozen=True, slots=True)
class CounterClosed:
    at: datetime
    counter: CounterId


@dataclass(frozen=True, slots=True)
class TicketIssued:
    at: datetime
    ticket: TicketNumber
    prefix: str
    serial: int
    service: ServiceId
    language: Language
    due_at: datetime
    ahead: int
    """Tickets of the same service that waited before it."""


@dataclass(frozen=True, slots=True)
class TicketCalled:
    at: datetime
    ticket: TicketNumber
    counter: CounterId
    agent: AgentName


@dataclass(frozen=True, slots=True)
class TicketRecalled:
    at: datetime
    ticket: TicketNumber
    counter: CounterId


@dataclass(frozen=True, slots=True)
class ServiceStarted:
    at: datetime
    ticket: TicketNumber
    counter: CounterId


@dataclass(frozen=True, slots=True)
class ServiceFinished:
    at: datetime
    ticket: TicketNumber
    counter: CounterId


@dataclass(frozen=True, slots=True)
class NoShowRecorded:
    at: datetime
    ticket: TicketNumber
    counter: CounterId


@dataclass(frozen=True, slots=True)
class TicketTransferred:
    at: datetime
    ticket: TicketNumber
    counter: CounterId
    service: ServiceId


TicketEvent = (
    TicketCalled
    | TicketRecalled
    | ServiceStarted
    | ServiceFinished
    | NoShowRecorded
    | TicketTransferred
)
"""What happens to a ticket after its issue."""

Event = CounterOpened | CounterClosed | TicketIssued | TicketEvent
