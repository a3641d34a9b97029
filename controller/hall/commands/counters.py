"""What agents and supervisors ask of counters."""

from dataclasses import dataclass

from controller.hall.ids import (
    AgentName,
    CounterId,
    ServiceId,
)


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
