"""What agents ask while somebody is at the counter."""

from dataclasses import dataclass
from datetime import timedelta

from controller.hall.events import Place
from controller.hall.ids import (
    AgentName,
    CounterId,
    ServiceId,
    TicketNumber,
)
from wire.messages import Language


@dataclass(frozen=True, slots=True)
class StartService:
    """The visitor has arrived at the counter."""

    agent: AgentName


@dataclass(frozen=True, slots=True)
class ServeWalkIn:
    """The agent serves somebody who has no ticket; for a reason, when others wait."""

    agent: AgentName
    service: ServiceId
    language: Language = "ar"
    reason: str = ""
    """Kept, and asked for when others wait there."""


@dataclass(frozen=True, slots=True)
class FinishService:
    """The visitor leaves, served; or goes on to the next service of the visit."""

    agent: AgentName
    outcome: str = ""
    """One of the codes that the hall's settings list, or nothing."""

    note: str = ""
    quantity: int | None = None
    """How many were done; nothing when as many as were asked for."""

    goes_on_to: ServiceId | None = None
    """A service that came up at the counter, before all that is still to come; its due moment
    is kept."""


@dataclass(frozen=True, slots=True)
class Transfer:
    """The agent sends the visitor on: to a service, to a counter, or to an agent.

    Without a service, the ticket keeps its own.
    """

    agent: AgentName
    service: ServiceId | None = None
    to_counter: CounterId | None = None
    to_agent: AgentName | None = None
    place: Place = "due"
    """In front of all who wait there, at the due moment that it has, or behind all."""

    comes_back: bool = False
    """Whether the visitor returns to this agent when the other has finished."""

    reason: str = ""
    """Kept, and asked for when the visitor is put first in line."""


@dataclass(frozen=True, slots=True)
class Park:
    """The visitor fetches something, or waits for somebody; the counter is free meanwhile."""

    agent: AgentName
    reason: str
    place: str = ""
    """Where the visitor is meanwhile."""

    back_in: timedelta | None = None
    """After how long the ticket waits again by itself; nothing when somebody resumes it."""


@dataclass(frozen=True, slots=True)
class Resume:
    """The visitor of a parked ticket is back, and waits in the old place."""

    ticket: TicketNumber


ServingCommand = StartService | ServeWalkIn | FinishService | Transfer | Park | Resume
