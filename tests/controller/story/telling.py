"""A morning, and its stories as they are told."""

from datetime import timedelta

from controller.hall import Hall
from controller.hall.commands import (
    CallNext,
    IssueTicket,
    OpenCounter,
    StartService,
)
from controller.hall.policy import PolicyName
from controller.hall.priority import PriorityClass
from controller.hall.rules import Rules
from controller.story import story
from tests.controller.builders import (
    AMINA,
    BIRTHS,
    BRAHIM,
    ONE,
    TAXES,
    TWO,
    a_hall,
    after,
    do,
    entries,
)

CLASSES = {"elderly": PriorityClass(timedelta(minutes=5), level=1, share=2, rate=2.0)}


def a_morning(policy: PolicyName = "due") -> Hall:
    rules = Rules(policy=policy, classes=CLASSES, outcomes=("incomplete",))
    everything = [BIRTHS, TAXES]
    return Hall(a_hall().services.values(), {ONE: everything, TWO: everything}, rules)


def told(*wishes, number="A001", policy: PolicyName = "due") -> list[str]:
    """Return the story of a ticket, its values filled in; wishes are a minute apart."""
    hall, events = a_morning(policy), []
    opened = (OpenCounter(ONE, AMINA), OpenCounter(TWO, BRAHIM))
    for minute, wish in enumerate((*opened, *wishes)):
        events += do(hall, wish, at=after(minute))
    lines = story(entries(events), a_morning(policy), number)
    return [line.text.format_map(dict(map(_shown, line.values.items()))) for line in lines]


def _shown(item):
    name, value = item
    if isinstance(value, tuple):
        return name, ", ".join(value)
    return name, f"{value:%H:%M}" if hasattr(value, "minute") else value


ISSUED = "Issued for birth_copy; 0 waited before it. Due at 09:12."


CALLED = "Called to counter 1 by amina: it was due first."


CAME = "The visitor came to the counter."


AGAIN = "Called to counter 2 by brahim: it was due first."


SERVING = (IssueTicket(BIRTHS), CallNext(AMINA), StartService(AMINA))
