"""What a commune sets for its hall."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from controller.hall.announcements import SaidByItself
from controller.hall.automation import Rule
from controller.hall.blocks import Reserve
from controller.hall.hours import Timetable
from controller.hall.ids import AgentName
from controller.hall.policy import PolicyName
from controller.hall.priority import PriorityClass
from controller.hall.skills import Skills
from wire.messages import Priority


@dataclass(frozen=True, slots=True)
class Rules:
    """The hall's own rules. The defaults ask nothing of anybody."""

    policy: PolicyName = "due"
    classes: Mapping[Priority, PriorityClass] = field(default_factory=dict)
    hours: Timetable | None = None
    """When tickets are issued; always, when there is none."""

    last_ticket: timedelta = timedelta(0)
    """How long before closing the last ticket is issued."""

    closes_after: timedelta | None = None
    """How long after its last closing the day is closed by itself; never, when nothing."""

    calls: int = 0
    """How often a ticket is called at most in one go; without a limit when 0."""

    comeback: timedelta = timedelta(minutes=15)
    """How long a no-show may come back."""

    rating: timedelta = timedelta(minutes=60)
    """How long after a service was finished its visitor may say how it was; never, when 0."""

    unattended: timedelta = timedelta(minutes=2)
    """How long an open counter may be without its agent's page before supervisors are told."""

    outcomes: tuple[str, ...] = ()
    """The codes that a service may be finished with."""

    days_ahead: int = 30
    """How many days after today appointments can be booked for."""

    early: timedelta = timedelta(minutes=30)
    """How long before the appointed moment an appointment may check in."""

    late: timedelta = timedelta(minutes=10)
    """How long after the appointed moment an appointment still counts as one."""

    reserve: Reserve = field(default_factory=Reserve)
    """What kiosks keep for when they are alone."""

    automation: tuple[Rule, ...] = ()
    """What the hall watches for by itself."""

    said: SaidByItself = field(default_factory=SaidByItself)
    """What is announced without anybody's asking."""

    skills: Mapping[AgentName, Skills] = field(default_factory=dict)
    """What the agents can do; all, for those who are not named."""
