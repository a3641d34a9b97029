"""Rules tried on a past day: what they would have done, and when."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from controller.hall import Hall
from controller.hall.automation import OpenServiceAt, Rule
from controller.hall.commands import LetTimePass
from controller.hall.events import (
    CounterServicesChanged,
    Event,
    RuleEvent,
    RuleSettled,
    RuleTriggered,
)
from controller.hall.ids import CounterId, ServiceId
from controller.reception import Fact

MINUTE = timedelta(minutes=1)


class Chance(Enum):
    """Whether a counter could have given one more service at that moment."""

    AT_ONCE = auto()
    ONCE_OPEN = auto()
    """It had no agent."""

    GIVEN_ALREADY = auto()
    NOT_SKILLED = auto()
    """Its agent cannot give the service."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A service that a rule would have opened at a counter."""

    service: ServiceId
    counter: CounterId
    chance: Chance


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """A moment at which a rule's condition began to hold, or ceased to."""

    at: datetime
    rule: Rule
    event: RuleEvent
    openings: tuple[Opening, ...] = ()


def rehearse(day: Iterable[Fact], hall: Hall) -> Iterator[Rehearsed]:
    """Give each moment at which one of the hall's rules would have begun to hold, or ceased to.

    `hall` is the hall in the morning, with all the rules that are tried: what an action does
    depends on the agents' skills, and how long anything is done on the hours. It is led on
    through the day: who came, sat where and called whom is as it was. What rules did on that
    day is left out, but not what they led to.
    """
    named = {rule.name: rule for rule in hall.rules.automation}
    at: datetime | None = None
    for fact in day:
        while at is not None and at + MINUTE <= fact.event.at:
            at += MINUTE
            yield from _looked(hall, named, at)
        at = at or fact.event.at
        if not _is_of_a_rule(fact.event):
            hall.apply(fact.event)


def _is_of_a_rule(event: Event) -> bool:
    return isinstance(event, RuleEvent) or (
        isinstance(event, CounterServicesChanged) and event.rule != ""
    )


def _looked(hall: Hall, rules: dict[str, Rule], at: datetime) -> Iterator[Rehearsed]:
    for event in hall.decide(LetTimePass(), at):
        if isinstance(event, RuleSettled):
            hall.apply(event)
            yield Rehearsed(at, rules[event.rule], event)
        if isinstance(event, RuleTriggered):
            hall.apply(event)
            rule = rules[event.rule]
            yield Rehearsed(at, rule, event, tuple(_openings(hall, rule, event)))


def _openings(hall: Hall, rule: Rule, event: RuleTriggered) -> Iterator[Opening]:
    for action in rule.actions:
        if isinstance(action, OpenServiceAt):
            service, counter = action.service or event.service, action.counter or event.counter
            assert service is not None  # the rules were checked: one of them names it
            assert counter is not None
            yield Opening(service, counter, _chance(hall, service, counter))


def _chance(hall: Hall, service: ServiceId, counter: CounterId) -> Chance:
    seat = hall.counters[counter]
    if seat.agent is None:
        return Chance.ONCE_OPEN
    if not hall.can(seat.agent, service):
        return Chance.NOT_SKILLED
    return Chance.GIVEN_ALREADY if service in seat.services else Chance.AT_ONCE
