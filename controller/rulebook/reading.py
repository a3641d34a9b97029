"""`rules.toml` into the hall's rules, checked against the services and counters that there are."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from controller.hall.announcements import SaidByItself
from controller.hall.automation import (
    Action,
    Condition,
    HallQueueOver,
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
from controller.rulebook.doubtful_fields import doubtful_fields
from controller.rulebook.doubtful_hours import doubtful_hours
from controller.rulebook.doubtful_rules import doubtful_rules
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
from media.toml import Problem, TomlError, TomlFile
from media.toml_sound import Sound


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All that the supervisors of a hall decide."""

    rules: Rules = field(default_factory=Rules)
    services: Mapping[str, ServiceFields] = field(default_factory=dict)
    """The limits of those services that have some."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """What somebody who wrote a rulebook should know of it."""

    wrong: tuple[Problem, ...]
    """Why it is refused, in the order of its lines."""

    doubtful: tuple[Problem, ...] = ()
    """What can be so, and is more likely a mistake."""

    rulebook: Rulebook | None = None
    """Nothing where something is wrong."""


def read_rulebook(path: Path, pack: Pack) -> Rulebook:
    """Return the rules in the file; raises `media.toml.TomlError` with every line and field."""
    inspection = inspect_rulebook(path, pack)
    if inspection.rulebook is None:
        raise TomlError(inspection.wrong)
    return inspection.rulebook


def inspect_rulebook(path: Path, pack: Pack, people: Collection[str] | None = None) -> Inspection:
    """Return all that is wrong and doubtful in the file, whatever else is wrong in it.

    `people` are those who may sign in; agents are not looked up where these are not known.
    """
    try:
        sound = Sound(TomlFile(path), RulebookFields)
    except TomlError as error:
        return Inspection(error.problems)
    wrong = (
        *sound.problems,
        *wrong_references(sound, pack),
        *useless_fields(sound),
        *useless_rules(sound),
    )
    doubtful = (
        *doubtful_fields(sound, people),
        *doubtful_hours(sound),
        *doubtful_rules(sound, pack),
    )
    fields = sound.value
    book = None if wrong else Rulebook(_rules(fields, pack.hall.zone), fields.services)
    return Inspection(_in_order(wrong), _in_order(doubtful), book)


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda each: each.line))


def _rules(fields: RulebookFields, zone: ZoneInfo) -> Rules:
    return Rules(
        policy=fields.policy,
        classes={name: _class(each) for name, each in fields.classes.items()},
        hours=None if fields.hours is None else _hours(fields.hours, zone),
        last_ticket=timedelta(minutes=fields.last_ticket_minutes),
        closes_after=_after(fields.closes_after_minutes),
        calls=fields.calls,
        comeback=timedelta(minutes=fields.comeback_minutes),
        rating=timedelta(minutes=fields.rating_minutes),
        unattended=timedelta(minutes=fields.unattended_minutes),
        outcomes=fields.outcomes,
        days_ahead=fields.days_ahead,
        early=timedelta(minutes=fields.early_minutes),
        late=timedelta(minutes=fields.late_minutes),
        automation=tuple(map(_rule, fields.rules)),
        said=SaidByItself(fields.announcements.before_closing_minutes, fields.announcements.pauses),
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
    if when.hall_queue_over is not None:
        return HallQueueOver(when.hall_queue_over)
    assert when.idle_minutes is not None  # the rules were checked
    return IdleWhileOthersWait(timedelta(minutes=when.idle_minutes))


def _action(then: ThenFields) -> Action:
    if then.tell is not None:
        return TellSupervisor()
    service = None if then.open_service is None else ServiceId(then.open_service)
    return OpenServiceAt(service, None if then.at_counter is None else CounterId(then.at_counter))
