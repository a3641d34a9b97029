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
    """An agent sat down to give these services."""

    at: datetime
    counter: CounterId
    agent: AgentName
    services: tuple[ServiceId, ...]


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


@dataclass(frozen=True, slots=True)
class TicketCalled:
    """A visitor was called to a counter."""

    at: datetime
    ticket: TicketNumber
    counter: CounterId
    agent: AgentName


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
    """The visitor left, served."""

    at: datetime
    ticket: TicketNumber
    counter: CounterId


@dataclass(frozen=True, slots=True)
class NoShowRecorded:
    """Nobody came to the counter."""

    at: datetime
    ticket: TicketNumber
    counter: CounterId


@dataclass(frozen=True, slots=True)
class TicketTransferred:
    """The visitor was sent on, to wait for another service."""

    at: datetime
    ticket: TicketNumber
    counter: CounterId
    service: ServiceId


@dataclass(frozen=True, slots=True)
class TicketReturned:
    """The visitor waits again for the same service: the agent had left them at the counter."""

    at: datetime
    ticket: TicketNumber
    counter: CounterId


TicketEvent = (
    TicketCalled
    | TicketRecalled
    | ServiceStarted
    | ServiceFinished
    | NoShowRecorded
    | TicketTransferred
    | TicketReturned
)
"""What happens to a ticket after its issue."""

Event = CounterOpened | CounterClosed | TicketIssued | TicketEvent
