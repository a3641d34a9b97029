"""What rules would have done on a past day, in words."""

from datetime import timedelta
from typing import assert_never

from controller.hall.automation import (
    HallQueueOver,
    IdleWhileOthersWait,
    QueueOver,
    TellSupervisor,
    WaitOver,
)
from controller.hall.events import RuleSettled
from controller.rehearsal import Chance, Opening, Rehearsed
from media.pack import Pack

MINUTE = timedelta(minutes=1)


def told(pack: Pack, step: Rehearsed) -> str:
    """Return what held or ceased to hold, and what the rule would have done."""
    if isinstance(step.event, RuleSettled):
        return f"{step.rule.name}: no longer{_where(pack, step)}."
    deeds = [_opening(pack, each) for each in step.openings]
    if TellSupervisor() in step.rule.actions:
        deeds.append("the supervisor’s page would have told it")
    done = "; ".join(deeds)
    return f"{step.rule.name}: {_held(pack, step)}. {done[0].upper()}{done[1:]}."


def _where(pack: Pack, step: Rehearsed) -> str:
    counter = step.event.counter
    at_counter = "" if counter is None else f" at counter {counter}"
    return at_counter if step.event.service is None else f"{at_counter} for {_name(pack, step)}"


def _name(pack: Pack, step: Rehearsed) -> str:
    return "" if step.event.service is None else _named(pack, step.event.service)


def _named(pack: Pack, service: str) -> str:
    """Return the service's name; that which the pack has no more is told by its id."""
    names = {each.id: each.name.text("en") for each in pack.services}
    return f"«{names.get(service, service)}»"


def _held(pack: Pack, step: Rehearsed) -> str:
    match step.rule.condition:
        case WaitOver(wait):
            minutes = _minutes(wait)
            return f"somebody had waited longer than {minutes} for {_name(pack, step)}"
        case QueueOver(tickets):
            return f"more than {tickets} waited for {_name(pack, step)}"
        case HallQueueOver(tickets):
            return f"more than {tickets} waited in the whole hall"
        case IdleWhileOthersWait(wait):
            idle = f"counter {step.event.counter} had nobody to call for {_minutes(wait)}"
            return f"{idle}, while somebody waited for {_name(pack, step)}"
    assert_never(step.rule.condition)


def _minutes(wait: timedelta) -> str:
    count = wait / MINUTE
    return "1 minute" if count == 1 else f"{count:g} minutes"


def _opening(pack: Pack, opening: Opening) -> str:
    counter, service = f"counter {opening.counter}", _named(pack, opening.service)
    match opening.chance:
        case Chance.AT_ONCE:
            return f"{counter} would have called for {service}, too"
        case Chance.ONCE_OPEN:
            return f"{counter} was closed, and would have called for {service} once it was open"
        case Chance.GIVEN_ALREADY:
            return f"{counter} called for {service} already"
        case Chance.NOT_SKILLED:
            return f"{counter} would have changed nothing: its agent cannot give {service}"
    assert_never(opening.chance)
