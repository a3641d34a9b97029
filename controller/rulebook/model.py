"""The fields of `rules.toml`. Lengths of time are in minutes; what is left out asks nothing.

Numbers are strict: `true` is no number of tickets.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Annotated, Literal
from unicodedata import category

from pydantic import AfterValidator, BeforeValidator, Field

from controller.hall.counter import MOST_SHARE
from controller.hall.hours import Session
from controller.hall.policy import PolicyName
from media.toml_words import quoted
from wire.messages import Priority

Minutes = Annotated[float, Field(strict=True, ge=0, le=1440)]
"""At most a day."""

Count = Annotated[int, Field(strict=True, ge=0)]
Positive = Annotated[int, Field(strict=True, ge=1)]

Share = Annotated[int, Field(strict=True, ge=1, le=MOST_SHARE)]

USUALLY_EARLY = 30.0
"""Minutes before an appointment from which one may check in, unless told."""

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


UNWRITABLE = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""What Unicode calls control characters, halves of characters, and breaks of lines."""

_CLOCK = r"\s*([0-9]{1,2}:[0-9]{2})\s*"
_HOURS = re.compile(f"{_CLOCK}[-–]{_CLOCK}")


def _session(written: object) -> object:
    """Return the session that was written as `08:30-12:30`."""
    found = _HOURS.fullmatch(written) if isinstance(written, str) else None
    if found is None:
        raise ValueError(f'write hours as "08:30-12:30", not {quoted(written)}')
    try:
        start, end = (time.fromisoformat(f"{each:0>5}") for each in found.groups())
    except ValueError:
        raise ValueError(f'hours are from "00:00" to "23:59", not {quoted(written)}') from None
    if end <= start:
        raise ValueError(f"{quoted(written)} ends before it starts")
    return Session(start, end)


def _rule_name(written: str) -> str:
    """Return the name that the supervisor's page and the day's report can tell in a line."""
    if any(category(each) in UNWRITABLE for each in written):
        raise ValueError("a name is one line of words: it has a line break or a control character")
    if not any(each.isprintable() and not each.isspace() for each in written):
        raise ValueError("a name is one line of words: this one is blank")
    return written


Sessions = tuple[Annotated[Session, BeforeValidator(_session)], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekFields:
    """The hours of each day of the week; a day without hours is closed."""

    monday: Sessions = ()
    tuesday: Sessions = ()
    wednesday: Sessions = ()
    thursday: Sessions = ()
    friday: Sessions = ()
    saturday: Sessions = ()
    sunday: Sessions = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodFields(WeekFields):
    """Days from `first` to `last`, both included, with hours of their own; closed without any."""

    first: date
    last: date
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursFields(WeekFields):
    """When tickets are issued."""

    periods: tuple[PeriodFields, ...] = ()
    """Of two that hold a day, the first counts."""


@dataclass(frozen=True, slots=True)
class ClassFields:
    """What a class of visitors is given, under each policy."""

    head_start_minutes: Minutes = 0
    level: Annotated[int, Field(strict=True)] = 0
    share: Share = 1
    rate: Annotated[float, Field(strict=True, gt=0, le=1000)] = 1.0


@dataclass(frozen=True, slots=True)
class ServiceFields:
    """The limits of a service."""

    quota: Count | None = None
    """Tickets in a day."""

    slot_minutes: Annotated[int, Field(strict=True, ge=5, le=480)] | None = None
    """How far its appointments are apart; it gives none when this is left out."""

    slot_capacity: Positive | None = None
    """How many appointments at each of these moments; one, when it is left out."""


@dataclass(frozen=True, slots=True)
class AgentFields:
    """What an agent can do, and does best."""

    services: tuple[str, ...] | None = None
    """All that the counter is set up for, when it is left out."""

    prefers: Mapping[str, Minutes] = field(default_factory=dict)
    """By how many minutes a service counts as due sooner at this agent's counter."""


@dataclass(frozen=True, slots=True)
class WhenFields:
    """What a rule watches for: exactly one of the four."""

    wait_over_minutes: Minutes | None = None
    queue_over: Count | None = None
    hall_queue_over: Count | None = None
    idle_minutes: Minutes | None = None
    service: str | None = None
    """Any service, when it is left out."""


@dataclass(frozen=True, slots=True)
class ThenFields:
    """What a rule does: open a service at a counter, or tell the supervisor."""

    tell: Literal["supervisor"] | None = None
    open_service: str | None = None
    """The service that was watched for, when only the counter is named."""

    at_counter: Positive | None = None
    """The idle counter, when only the service is named."""

    help_where_longest: bool = False
    """The idle counter takes the service whose visitor has waited longest."""


@dataclass(frozen=True, slots=True)
class RuleFields:
    """One rule: when this holds, then do that."""

    name: Annotated[str, Field(min_length=1, max_length=60), AfterValidator(_rule_name)]
    when: WhenFields
    then: Annotated[tuple[ThenFields, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class AnnouncementFields:
    """What the hall says by itself."""

    before_closing_minutes: tuple[Literal[5, 10, 15, 30], ...] = ()
    pauses: bool = False
    """That a service is paused, and taken up again."""


@dataclass(frozen=True, slots=True)
class RulebookFields:
    """The whole file."""

    policy: PolicyName = "due"
    calls: Count = 0
    closes_after_minutes: Minutes | None = None
    comeback_minutes: Minutes = 15
    rating_minutes: Minutes = 60
    days_ahead: Annotated[int, Field(strict=True, ge=0, le=366)] = 30
    early_minutes: Minutes = USUALLY_EARLY
    late_minutes: Minutes = 10
    last_ticket_minutes: Minutes = 0
    unattended_minutes: Minutes = 2
    outcomes: tuple[Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)], ...] = ()
    hours: HoursFields | None = None
    classes: Mapping[Priority, ClassFields] = field(default_factory=dict)
    services: Mapping[str, ServiceFields] = field(default_factory=dict)
    agents: Mapping[str, AgentFields] = field(default_factory=dict)
    rules: tuple[RuleFields, ...] = ()
    announcements: AnnouncementFields = field(default_factory=AnnouncementFields)
