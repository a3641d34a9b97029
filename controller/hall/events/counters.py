"""What happened at counters."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from controller.hall.ids import (
    AgentName,
    CounterId,
    ServiceId,
)


@dataclass(frozen=True, slots=True)
class CounterOpened:
    """An agent sat down to give these services."""

    at: datetime
    counter: CounterId
    agent: AgentName
    services: tuple[ServiceId, ...]
    preferences: tuple[tuple[ServiceId, timedelta], ...] = ()
    are_chosen: bool = False
    """Whether the agent asked for other services than the counter is set up for."""


@dataclass(frozen=True, slots=True)
class CounterClosed:
    """The agent left."""

    at: datetime
    counter: CounterId


@dataclass(frozen=True, slots=True)
class CounterPaused:
    """The agent takes a break."""

    at: datetime
    counter: CounterId
    reason: str


@dataclass(frozen=True, slots=True)
class CounterResumed:
    """The agent is back."""

    at: datetime
    counter: CounterId


@dataclass(frozen=True, slots=True)
class CounterServicesChanged:
    """An open counter gives these services from now on."""

    at: datetime
    counter: CounterId
    services: tuple[ServiceId, ...]
    rule: str = ""
    """The rule that did it; nothing when a supervisor did."""

    added: ServiceId | None = None
    """The service that the rule put to them."""
