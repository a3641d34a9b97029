"""Rules without code: what the hall watches for by itself, and what it does then."""

from dataclasses import dataclass
from datetime import timedelta

from controller.hall.ids import CounterId, ServiceId

# -- What is watched for --


@dataclass(frozen=True, slots=True)
class WaitOver:
    """Somebody has waited longer than this for the service; for any, when none is named."""

    wait: timedelta
    service: ServiceId | None = None


@dataclass(frozen=True, slots=True)
class QueueOver:
    """More tickets than this wait for the service; for any, when none is named."""

    tickets: int
    service: ServiceId | None = None


@dataclass(frozen=True, slots=True)
class HallQueueOver:
    """More tickets than this wait in the whole hall, for whatever service."""

    tickets: int


@dataclass(frozen=True, slots=True)
class IdleWhileOthersWait:
    """A counter has nobody to call for so long, while somebody waits so long elsewhere."""

    wait: timedelta


Condition = WaitOver | QueueOver | HallQueueOver | IdleWhileOthersWait

# -- What is done --


@dataclass(frozen=True, slots=True)
class OpenServiceAt:
    """An open counter takes calls for the service too, until its agent leaves it.

    Without a service, that which was watched for; without a counter, the one that is idle.
    """

    service: ServiceId | None = None
    counter: CounterId | None = None


@dataclass(frozen=True, slots=True)
class TellSupervisor:
    """The supervisor's page says what holds, as long as it holds."""


Action = OpenServiceAt | TellSupervisor


@dataclass(frozen=True, slots=True)
class Rule:
    """When the condition begins to hold, do this."""

    name: str
    condition: Condition
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """Where a rule's condition holds: for a service, and perhaps at an idle counter."""

    rule: str
    service: ServiceId | None
    """Nothing for a condition of the whole hall."""

    counter: CounterId | None = None
