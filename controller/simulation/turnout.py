"""Who came on a simulated day, and how they fared."""

from dataclasses import dataclass
from datetime import datetime

from controller.hall.commands import IssueTicket
from controller.hall.ids import ServiceId
from wire.messages import Priority


@dataclass(slots=True)
class Visit:
    """One visitor's day."""

    service: ServiceId
    issued_at: datetime
    promised_at: datetime
    called_at: datetime | None = None
    served: float = 0.0
    """Seconds at the counter."""

    left_at: datetime | None = None
    """When the counter was done with it: served, or waited for in vain."""

    priority: Priority = "normal"

    @property
    def wait(self) -> float | None:
        """Seconds from the ticket to the first call; nothing when there was none."""
        return None if self.called_at is None else (self.called_at - self.issued_at).total_seconds()

    @property
    def is_on_time(self) -> bool:
        """Whether the call came by the moment that was promised at the issue."""
        return self.called_at is not None and self.called_at <= self.promised_at


@dataclass(frozen=True, slots=True)
class Turnout:
    """Who came on a day, or on several."""

    visits: tuple[Visit, ...]
    """Those with a ticket."""

    turned_away: tuple[IssueTicket, ...] = ()
    """What those wished for who got no ticket, such as over a quota."""

    def of_service(self, service: ServiceId) -> "Turnout":
        """Return those who came for the service."""
        return Turnout(
            tuple(each for each in self.visits if each.service == service),
            tuple(each for each in self.turned_away if each.service == service),
        )

    def of_class(self, priority: Priority) -> "Turnout":
        """Return those who declared the class."""
        return Turnout(
            tuple(each for each in self.visits if each.priority == priority),
            tuple(each for each in self.turned_away if each.priority == priority),
        )
