"""`rules.toml` into the hall's rules, checked against the services and counters that there are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from controller.hall.automation import (
    Action,
    Condition,
    IdleWhileOthersWait,
    OpenServiceAt,
    QueueOver,
    Rule,
    TellSupervisor,
    WaitOver,
)
from controller.hall.hours import Period, Timetable, Week
from controller.hall.ids import AgentName, CounterId, ServiceId
from controller.hall.priority import PriorityClass
from controller.hall.rules import Rules
from controller.hall.skills import Skills
from controller.rulebook.model import (
    DAYS,
    AgentFields,
    ClassFields,
    HoursFields,
    RulebookFields,
    RuleFields,
    ServiceFields,
    ThenFields,
    WeekFields,
    WhenFields,
)
from controller.rulebook.references import wrong_references
from controller.rulebook.useless_fields import useless_fields
from controller.rulebook.useless_rules import useless_rules
from media.pack import Pack
from media.toml import TomlError, TomlFile


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All that the supervisors of a hall decide."""

    rules: Rules = field(default_factory=Rules)
    services: Mapping[str, ServiceFields] = field(default_factory=dict)
    """The limits of those services that have some."""


def read_rulebook(path: Path, pack: Pack) -> Rulebook:
    """Return the rules in the file; raises `media.toml.TomlError` with every line and field."""
    file = TomlFile(path)
    fields = file.value(RulebookFields)
    problems = (
        *wrong_references(fields, pack, file),
        *useless_fields(fields, file),
        *useless_rules(fields, file),
    )
    if problems:
        raise TomlError(problems)
    return Rulebook(_rules(fields, pack.hall.zone), fields.services)


def _rules(fields: RulebookFields, zone: ZoneInfo) -> Rules:
    return Rules(
        policy=fields.policy,
        classes={name: _class(each) for name, each in fields.classes.items()},
        hours=None if fields.hours is None else _hours(fields.hours, zone),
        last_ticket=timedelta(minutes=fields.last_ticket_minutes),
        closes_after=_after(fields.closes_after_minutes),
        calls=fields.calls,
        comeback=timedelta(minutes=fields.comeback_minutes),
        outcomes=fields.outcomes,
        days_ahead=fields.days_ahead,
        early=timedelta(minutes=fields.early_minutes),
        late=timedelta(minutes=fields.late_minutes),
        automation=tuple(map(_rule, fields.rules)),
        skills={AgentName(name): _skills(each) for name, each in fields.agents.items()},
    )


def _after(minutes: float | None) -> timedelta | None:
    return None if minutes is None else timedelta(minutes=minutes)


def _class(fields: ClassFields) -> PriorityClass:
    head_start = timedelta(minutes=fields.head_start_minutes)
    return PriorityClass(head_start, fields.level, fields.share, fields.rate)


def _hours(fields: HoursFields, zone: ZoneInfo) -> Timetable:
    periods = (Period(each.first, each.last, _week(each), each.reason) for each in fields.periods)
    return Timetable(zone, _week(fields), tuple(periods))


def _week(fields: WeekFields) -> Week:
    return {number: getattr(fields, day) for number, day in enumerate(DAYS)}


def _skills(fields: AgentFields) -> Skills:
    services = None if fields.services is None else frozenset(map(ServiceId, fields.services))
    prefers = {ServiceId(id_): timedelta(minutes=each) for id_, each in fields.prefers.items()}
    return Skills(services, prefers)


def _rule(fields: RuleFields) -> Rule:
    return Rule(fields.name, _condition(fields.when), tuple(map(_action, fields.then)))


def _condition(when: WhenFields) -> Condition:
    service = None if when.service is None else ServiceId(when.service)
    if when.wait_over_minutes is not None:
        return WaitOver(timedelta(minutes=when.wait_over_minutes), service)
    if when.queue_over is not None:
        return QueueOver(when.queue_over, service)
    assert when.idle_minutes is not None  # the rules were checked
    return IdleWhileOthersWait(timedelta(minutes=when.idle_minutes))


def _action(then: ThenFields) -> Action:
    if then.tell is not None:
        return TellSupervisor()
    service = None if then.open_service is None else ServiceId(then.open_service)
    return OpenServiceAt(service, None if then.at_counter is None else CounterId(then.at_counter))
