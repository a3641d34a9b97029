"""Rules tried on a past day: what they would have done, and when."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from controller.hall import Hall
from controller.hall.automation import OpenServiceAt, Rule
from controller.hall.commands import LetTimePass
from controller.hall.events import Event, RuleSettled, RuleTriggered
from controller.reception import Fact

MINUTE = timedelta(minutes=1)


def rehearse(
    day: Iterable[Fact], hall: Hall, rules: tuple[Rule, ...]
) -> Iterator[tuple[datetime, str]]:
    """Give each moment at which a rule would have acted, and what it would have done.

    `hall` is the hall as it was in the morning; it is given the rules, and led on through the
    day. What rules did on that day is left out, but not what they led to.
    """
    hall.rules = replace(hall.rules, automation=rules)
    named = {rule.name: rule for rule in rules}
    at: datetime | None = None
    for fact in day:
        while at is not None and at + MINUTE <= fact.event.at:
            at += MINUTE
            yield from _looked(hall, named, at)
        at = at or fact.event.at
        if not isinstance(fact.event, RuleTriggered | RuleSettled):
            hall.apply(fact.event)


def _looked(hall: Hall, rules: dict[str, Rule], at: datetime) -> Iterator[tuple[datetime, str]]:
    for event in hall.decide(LetTimePass(), at):
        if isinstance(event, RuleTriggered | RuleSettled):
            hall.apply(event)
        if isinstance(event, RuleTriggered):
            yield at, _told(event, rules[event.rule])


def _told(event: RuleTriggered, rule: Rule) -> str:
    where = event.service if event.counter is None else f"{event.service}, counter {event.counter}"
    done = ", ".join(_action(action, event) for action in rule.actions)
    return f'"{rule.name}" ({where}): {done}'


def _action(action: object, event: Event) -> str:
    match action, event:
        case OpenServiceAt(service, counter), RuleTriggered():
            return f"open {service or event.service} at counter {counter or event.counter}"
        case _:
            return "tell the supervisor"
