"""What people ask of the hall. Named in the imperative, and allowed to be refused.

An agent's commands name the agent: where the agent sits is the hall's to know, at the moment
when it decides.
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

# -- Visitors --


@dataclass(frozen=True, slots=True)
class IssueTicket:
    """A visitor takes a ticket at a kiosk, or is given one at the reception desk."""

    service: ServiceId
    language: Language = "ar"
    priority: Priority = "normal"
    then: tuple[ServiceId, ...] = ()
    """The services to visit after it, on the same ticket."""

    quantity: int = 1
    """How many of it the visitor wants: copies, signatures."""

    sheets: int = 1
    """On how many sheets it is printed: one for each of a family."""


@dataclass(frozen=True, slots=True)
class GiveUp:
    """A visitor gives the place up."""

    ticket: TicketNumber


@dataclass(frozen=True, slots=True)
class CancelTicket:
    """Somebody of the staff takes a ticket out of the queue, for a reason that is kept."""

    ticket: TicketNumber
    reason: str
    by: PersonName | None = None


@dataclass(frozen=True, slots=True)
class Reinstate:
    """A visitor who did not come when called has come after all; or was cancelled in error."""

    ticket: TicketNumber


VisitorCommand = IssueTicket | GiveUp | CancelTicket | Reinstate

# -- Counters --


@dataclass(frozen=True, slots=True)
class OpenCounter:
    """An agent sits down to give these services, or all that the counter and the agent can."""

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
class ReleaseCounter:
    """A supervisor frees a counter whose agent has left; its ticket waits again, in its place."""

    counter: CounterId


@dataclass(frozen=True, slots=True)
class PauseCounter:
    """The agent takes a break, for a reason that is kept. The counter must have no ticket."""

    agent: AgentName
    reason: str


@dataclass(frozen=True, slots=True)
class ResumeCounter:
    """The agent is back from a break."""

    agent: AgentName


@dataclass(frozen=True, slots=True)
class ChangeServices:
    """A supervisor lets an open counter give these services from now on; at least one."""

    counter: CounterId
    services: frozenset[ServiceId]


CounterCommand = (
    OpenCounter
    | LeaveCounter
    | CloseCounter
    | ReleaseCounter
    | PauseCounter
    | ResumeCounter
    | ChangeServices
)

# -- Calling --


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

# -- Serving --


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


@dataclass(frozen=True, slots=True)
class Transfer:
    """The agent sends the visitor on: to a service, to a counter, or to an agent.

    Without a service, the ticket keeps its own.
    """

    agent: AgentName
    service: ServiceId | None = None
    to_counter: CounterId | None = None
    to_agent: AgentName | None = None
    place: Literal["first", "due", "last"] = "due"
    """In front of all who wait there, at the due moment that it has, or behind all."""

    comes_back: bool = False
    """Whether the visitor returns to this agent when the other has finished."""


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

# -- Supervising --


@dataclass(frozen=True, slots=True)
class Redirect:
    """A supervisor sends who waits elsewhere, for a reason that is kept.

    As a transfer: to a service, to a counter, or to an agent.
    """

    ticket: TicketNumber
    reason: str
    by: PersonName
    service: ServiceId | None = None
    to_counter: CounterId | None = None
    to_agent: AgentName | None = None
    place: Literal["first", "due", "last"] = "due"


@dataclass(frozen=True, slots=True)
class Reprioritise:
    """A supervisor gives who waits another priority class, for a reason that is kept."""

    ticket: TicketNumber
    priority: Priority
    reason: str
    by: PersonName


SupervisingCommand = Redirect | Reprioritise

# -- Appointments --


@dataclass(frozen=True, slots=True)
class CheckIn:
    """The visitor with this appointment is here. All but the code is what the book says of it."""

    code: AppointmentCode
    service: ServiceId
    appointed_at: datetime
    language: Language = "ar"


# -- The day --


@dataclass(frozen=True, slots=True)
class PauseService:
    """No more tickets for now, for this service or for any; visitors are told the reason."""

    service: ServiceId | None
    reason: str


@dataclass(frozen=True, slots=True)
class ResumeService:
    """Tickets again: for this service, or for all that are paused."""

    service: ServiceId | None


@dataclass(frozen=True, slots=True)
class LetTimePass:
    """The clock asks for what is due by itself: tickets parked till now, and the hall's rules."""


@dataclass(frozen=True, slots=True)
class CloseDay:
    """The hall closes for the day; no ticket stays undecided."""


@dataclass(frozen=True, slots=True)
class ReopenDay:
    """A supervisor takes the closing of the day back; who waited until then waits again."""

    reason: str
    by: PersonName


DayCommand = PauseService | ResumeService | LetTimePass | CloseDay | ReopenDay

Command = (
    VisitorCommand
    | CounterCommand
    | CallingCommand
    | ServingCommand
    | SupervisingCommand
    | CheckIn
    | DayCommand
)
