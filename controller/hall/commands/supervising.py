"""What supervisors change for those who wait."""

from dataclasses import dataclass

from controller.hall.events import Place
from controller.hall.ids import (
    AgentName,
    CounterId,
    PersonName,
    ServiceId,
    TicketNumber,
)
from wire.messages import Priority


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
    place: Place = "due"


@dataclass(frozen=True, slots=True)
class Reprioritise:
    """A supervisor gives who waits another priority class, for a reason that is kept."""

    ticket: TicketNumber
    priority: Priority
    reason: str
    by: PersonName


SupervisingCommand = Redirect | Reprioritise
