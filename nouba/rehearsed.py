"""What rules would have done on a past day, in words."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from types import MappingProxyType
from typing import assert_never

from controller.hall.automation import (
    HallQueueOver,
    IdleWhileOthersWait,
    QueueOver,
    TellSupervisor,
    WaitOver,
)
from controller.hall.events import RuleEvent, RuleSettled
from controller.rehearsal import Chance, Rehearsed
from controller.story import Values
from media.texts import msgid

MINUTE = timedelta(minutes=1)

Sentence = tuple[str, Values]
"""A text of the catalogues, and its values."""

DONE: Mapping[Chance, str] = MappingProxyType(
    {
        Chance.AT_ONCE: msgid("Counter {counter} would have called for “{service}”, too."),
        Chance.ONCE_OPEN: msgid(
            "Counter {counter} was closed, and would have called for “{service}” once it was open."
        ),
        Chance.GIVEN_ALREADY: msgid("Counter {counter} called for “{service}” already."),
        Chance.NOT_SKILLED: msgid(
            "Counter {counter} would have changed nothing: its agent cannot give “{service}”."
        ),
    }
)


def told(step: Rehearsed) -> Iterator[Sentence]:
    """Give what held or ceased to hold, and then each thing that the rule would have done."""
    if isinstance(step.event, RuleSettled):
        yield _settled(step.event)
        return
    yield _held(step)
    for each in step.openings:
        yield DONE[each.chance], {"counter": each.counter, "service": each.service}
    if TellSupervisor() in step.rule.actions:
        yield msgid("The supervisor’s page would have told it."), {}


def ended(day: str, count: int) -> Sentence:
    """Return how often rules would have acted on the whole day."""
    if not count:
        text = msgid("On {day} no rule would have acted. Nothing was changed.")
        return text, {"day": day}
    text = msgid("On {day} rules would have acted so often: {n}. Nothing was changed.")
    return text, {"day": day, "n": count}


def _settled(event: RuleEvent) -> Sentence:
    values = _place(event)
    if event.service is None:
        return msgid("{name}: no longer."), values
    if event.counter is None:
        return msgid("{name}: no longer for “{service}”."), values
    return msgid("{name}: no longer at counter {counter} for “{service}”."), values


def _held(step: Rehearsed) -> Sentence:
    values = _place(step.event)
    match step.rule.condition:
        case WaitOver(wait):
            text = msgid("{name}: somebody had waited longer than {n} min for “{service}”.")
            return text, {**values, "n": _minutes(wait)}
        case QueueOver(tickets):
            text = msgid("{name}: more than {n} waited for “{service}”.")
            return text, {**values, "n": tickets}
        case HallQueueOver(tickets):
            text = msgid("{name}: more than {n} waited in the whole hall.")
            return text, {**values, "n": tickets}
        case IdleWhileOthersWait(wait):
            text = msgid(
                "{name}: counter {counter} had nobody to call for {n} min, while somebody waited "
                "for “{service}”."
            )
            return text, {**values, "n": _minutes(wait)}
    assert_never(step.rule.condition)


def _place(event: RuleEvent) -> Values:
    place = {"name": event.rule, "service": event.service, "counter": event.counter}
    return {name: each for name, each in place.items() if each is not None}


def _minutes(wait: timedelta) -> str:
    return f"{wait / MINUTE:g}"
