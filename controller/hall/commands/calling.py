"""What agents ask when somebody is to come."""

from dataclasses import dataclass

from controller.hall.ids import (
    AgentName,
    TicketNumber,
)


@dataclass(frozen=True, slots=True)
class CallNext:
    """The agent asks for the ticket that the hall's policy chooses."""

    agent: AgentName


@dataclass(frozen=True, slots=True)
class CallTicket:
    """The agent calls this ticket out of turn, for a reason that is kept."""

    agent: AgentName
    ticket: TicketNumber
    reason: str


@dataclass(frozen=True, slots=True)
class PreCall:
    """The agent is nearly done: who is next may get ready."""

    agent: AgentName


@dataclass(frozen=True, slots=True)
class Recall:
    """The agent calls the same ticket again: nobody came."""

    agent: AgentName


@dataclass(frozen=True, slots=True)
class MarkNoShow:
    """The agent gives up on a ticket that was called."""

    agent: AgentName


CallingCommand = CallNext | CallTicket | PreCall | Recall | MarkNoShow
