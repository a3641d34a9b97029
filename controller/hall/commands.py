"""What people ask of the hall. Named in the imperative, and allowed to be refused.

An agent's commands name the agent: where the agent sits is the hall's to know, at the moment
when it decides.
"""

from dataclasses import dataclass

from controller.hall.ids import AgentName, CounterId, ServiceId
from wire.messages import Language


@dataclass(frozen=True, slots=True)
class OpenCounter:
    """An agent sits down. Without services, the counter gives all that it is set up for."""

    counter: CounterId
    agent: AgentName
    services: frozenset[ServiceId] = frozenset()


@dataclass(frozen=True, slots=True)
class LeaveCounter:
    """The agent leaves the counter, which must have no ticket."""

    agent: AgentName


@dataclass(frozen=True, slots=True)
class CloseCounter:
    """A supervisor closes a counter that was left open; it must have no ticket."""

    counter: CounterId


@dataclass(frozen=True, slots=True)
class IssueTicket:
    """A visitor takes a ticket at a kiosk."""

    service: ServiceId
    language: Language = "ar"


@dataclass(frozen=True, slots=True)
class CallNext:
    """The agent asks for the ticket that is due first."""

    agent: AgentName


@dataclass(frozen=True, slots=True)
class Recall:
    """The agent calls the same ticket again: nobody came."""

    agent: AgentName


@dataclass(frozen=True, slots=True)
class StartService:
    """The visitor has arrived at the counter."""

    agent: AgentName


@dataclass(frozen=True, slots=True)
class FinishService:
    """The visitor leaves, served."""

    agent: AgentName


@dataclass(frozen=True, slots=True)
class MarkNoShow:
    """The agent gives up on a ticket that was called."""

    agent: AgentName


@dataclass(frozen=True, slots=True)
class Transfer:
    """The agent sends the visitor on to another service, keeping their place in time."""

    agent: AgentName
    service: ServiceId


@dataclass(frozen=True, slots=True)
class ReleaseCounter:
    """A supervisor frees a counter whose agent has left; its ticket waits again, in its place."""

    counter: CounterId


Command = (
    OpenCounter
    | LeaveCounter
    | CloseCounter
    | IssueTicket
    | CallNext
    | Recall
    | StartService
    | FinishService
    | MarkNoShow
    | Transfer
    | ReleaseCounter
)
