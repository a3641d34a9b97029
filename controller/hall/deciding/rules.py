"""What the hall's rules make happen as time passes."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from datetime import datetime

from controller.hall import events
from controller.hall.automation import Case, OpenServiceAt, Rule
from controller.hall.counter import Counter
from controller.hall.events import Event
from controller.hall.ids import CounterId, ServiceId
from controller.hall.state import State
from controller.hall.watching import cases


def watch(hall: State, at: datetime, unattended: AbstractSet[CounterId]) -> Iterator[Event]:
    """Return what has begun to hold, what each rule does about it, and what holds no longer.

    What cannot be done yet, because nobody is at work at the counter, is done once somebody is.
    """
    rules = hall.rules.automation
    now = {case: rule for rule in rules for case in cases(hall, rule, at, unattended)}
    for case in sorted(set(hall.holding) - set(now), key=_place):
        yield events.RuleSettled(at, case.rule, case.service, case.counter)
    for case in now:
        if case not in hall.holding:
            yield events.RuleTriggered(at, case.rule, case.service, case.counter)
    at_work = {each.id: each.services for each in _at_work(hall, unattended)}
    for case, rule in now.items():
        yield from _opened(hall, rule, case, at_work, at)


def _place(case: Case) -> tuple[str, str, int]:
    return case.rule, case.service or "", case.counter or 0


def _at_work(hall: State, unattended: AbstractSet[CounterId]) -> Iterator[Counter]:
    """Give the counters where somebody can call whom a rule sends there."""
    for counter in hall.counters.values():
        if counter.is_open and counter.pause is None and counter.id not in unattended:
            yield counter


def _opened(
    hall: State, rule: Rule, case: Case, given: dict[CounterId, frozenset[ServiceId]], at: datetime
) -> Iterator[Event]:
    """Return the counters that take calls for one more service; `given` are those at work.

    What somebody took away from a counter by hand is not given there again.
    """
    for action in rule.actions:
        if not isinstance(action, OpenServiceAt):
            continue
        service, number = action.service or case.service, action.counter or case.counter
        if number not in given or service is None or service in given[number]:
            continue
        if _may_give(hall, hall.counters[number], service):
            given[number] |= {service}
            after = tuple(sorted(given[number]))
            yield events.CounterServicesChanged(at, number, after, rule.name, service)


def _may_give(hall: State, counter: Counter, service: ServiceId) -> bool:
    if counter.agent is None or (counter.id, service) in hall.withheld:
        return False
    return service in hall.services and hall.can(counter.agent, service)
