"""Counters: the numbered places where agents serve visitors."""

from dataclasses import dataclass
from datetime import datetime

from controller.hall.ids import AgentName, CounterId, ServiceId, TicketNumber


@dataclass(slots=True)
class Counter:
    """A counter, its agent, and the ticket it is busy with."""

    id: CounterId
    offers: frozenset[ServiceId]
    """The services that it is set up for."""

    services: frozenset[ServiceId] = frozenset()
    """The services that its agent gives now."""

    agent: AgentName | None = None
    ticket: TicketNumber | None = None
    since: datetime | None = None
    """Since when it is open, closed or without a ticket; nothing before it is first opened."""

    @property
    def is_open(self) -> bool:
        """Whether an agent sits at it."""
        return self.agent is not None
