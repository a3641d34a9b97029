"""What the hall's rules make happen as time passes."""

from collections.abc import Iterator
from datetime import datetime

from controller.hall import events
from controller.hall.automation import Case, OpenServiceAt, Rule
from controller.hall.counter import Counter
from controller.hall.events import Event
from controller.hall.ids import CounterId, ServiceId
from controller.hall.state import State
from controller.hall.watching import cases


def watch(hall: State, at: datetime) -> Iterator[Event]:
    """Return what has begun to hold, what each rule does about it, and what holds no longer.

    What cannot be done yet, because the counter is closed, is done once it is open.
    """
    now = {case: rule for rule in hall.rules.automation for case in cases(hall, rule, at)}
    for case in sorted(set(hall.holding) - set(now), key=_place):
        yield events.RuleSettled(at, case.rule, case.service, case.counter)
    for case in now:
        if case not in hall.holding:
            yield events.RuleTriggered(at, case.rule, case.service, case.counter)
    opened: dict[CounterId, frozenset[ServiceId]] = {}
    for case, rule in now.items():
        yield from _opened(hall, rule, case, opened, at)


def _place(case: Case) -> tuple[str, str, int]:
    return case.rule, case.service or "", case.counter or 0


def _opened(
    hall: State, rule: Rule, case: Case, opened: dict[CounterId, frozenset[ServiceId]], at: datetime
) -> Iterator[Event]:
    """Return the counters that take calls for one more service; `opened` has earlier ones."""
    for action in rule.actions:
        if not isinstance(action, OpenServiceAt):
            continue
        service, number = action.service or case.service, action.counter or case.counter
        counter = hall.counters.get(number) if number is not None else None
        if counter is None or service is None or not _may_give(hall, counter, service):
            continue
        services = opened.get(counter.id, counter.services)
        if service not in services and (case, service, counter.id) not in hall.obeyed:
            opened[counter.id] = services | {service}
            after = tuple(sorted(opened[counter.id]))
            yield events.CounterServicesChanged(at, counter.id, after, rule.name, service)


def _may_give(hall: State, counter: Counter, service: ServiceId) -> bool:
    return (
        counter.agent is not None and service in hall.services and hall.can(counter.agent, service)
    )
