"""What happened when somebody was called, and served."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from controller.hall.ids import (
    AgentName,
    CounterId,
    ServiceId,
    TicketNumber,
)
from wire.messages import Language

Why = Literal["due", "strict", "interleave", "accumulate", "preferred", "out_of_turn"]
"""What chose a ticket: the hall's policy; what the agent does best; or the agent, out of turn."""


@dataclass(frozen=True, slots=True)
class TicketCalled:
    """A visitor was called to a counter."""

    at: datetime
    ticket: TicketNumber
    counter: CounterId
    agent: AgentName
    why: Why = "due"
    passed: tuple[TicketNumber, ...] = ()
    """Who had come sooner, and waited where the counter may call from, the first to come first;
    of one that an agent does best also who was due sooner there; of a call out of turn also who
    had come or was due sooner where the ticket waited, or for its service."""

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
    reason: str = ""
    """`CLOSING` when the hall closed while it was called; empty when the agent said so."""


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
    """Who waited where the counter may call from, or for the service, the first to come first."""

    reason: str = ""
    """Why it did not wait with them."""

    due_at: datetime | None = None
    """When it would have been due, and is if it is sent on; nothing in older journals."""

    beyond_quota: tuple[ServiceId, ...] = ()
    """Its service, where no more of it were given that day, but by the staff."""
