"""Why the hall may refuse a command. Each has a code that a screen can translate."""

from typing import ClassVar


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """The hall cannot do what was asked, and nothing has changed."""

    code: ClassVar[str]


class NobodyWaiting(Refused):
    """No ticket waits for the services of this counter."""

    code = "nobody_waiting"


class CounterBusy(Refused):
    """The counter has a ticket, or another agent sits there."""

    code = "counter_busy"


class CounterIdle(Refused):
    """The counter has no ticket."""

    code = "counter_idle"


class CounterNotOpen(Refused):
    """No agent sits at the counter."""

    code = "counter_not_open"


class AgentElsewhere(Refused):
    """The agent already sits at another counter."""

    code = "agent_elsewhere"


class SameService(Refused):
    """A transfer would not change the service."""

    code = "same_service"


class UnknownCounter(Refused):
    """The hall has no counter of this number."""

    code = "unknown_counter"


class UnknownService(Refused):
    """The hall does not offer this service."""

    code = "unknown_service"


class WrongMoment(Refused):
    """The ticket is not in the state that this needs."""

    code = "wrong_moment"
