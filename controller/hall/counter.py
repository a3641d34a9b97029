"""Counters: the numbered places where agents serve visitors."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import get_args

from controller.hall.ids import AgentName, CounterId, ServiceId, TicketNumber
from wire.messages import Priority

MOST_SHARE = 20
"""The greatest share of a class under `interleave`."""

ROUND = MOST_SHARE * len(get_args(Priority))
"""As many calls as a policy may look back on: a whole round, whatever the shares."""


@dataclass(slots=True)
class Counter:
    """A counter, its agent, and the ticket it is busy with."""

    id: CounterId
    offers: frozenset[ServiceId]
    """The services that it is set up for."""

    services: frozenset[ServiceId] = frozenset()
    """The services that its agent gives now."""

    preferences: Mapping[ServiceId, timedelta] = field(default_factory=dict)
    """How much sooner its agent's preferred services count as due here."""

    recent: deque[Priority] = field(default_factory=lambda: deque(maxlen=ROUND))
    """The classes that it called, the latest last."""

    pause: str | None = None
    """Why its agent is on a break; nothing while at work."""

    agent: AgentName | None = None
    ticket: TicketNumber | None = None
    since: datetime | None = None
    """Since when it is open, closed or without a ticket; nothing before it is first opened."""

    @property
    def is_open(self) -> bool:
        """Whether an agent sits at it."""
        return self.agent is not None
