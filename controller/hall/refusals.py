"""Why the hall may refuse a command. Each has a code that a screen can translate."""

from typing import ClassVar


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """The hall cannot do what was asked, and nothing has changed."""

    code: ClassVar[str]


class NobodyWaiting(Refused):
    code = "nobody_waiting"


class CounterBusy(Refused):
    code = "counter_busy"


class CounterIdle(Refused):
    code = "counter_idle"


class CounterNotOpen(Refused):
    code = "counter_not_open"


class AgentElsewhere(Refused):
    code = "agent_elsewhere"


class SameService(Refused):
    code = "same_service"


class UnknownCounter(Refused):
    code = "unknown_counter"


class UnknownService(Refused):
    code = "unknown_service"


class WrongMoment(Refused):
    code = "wrong_moment"
