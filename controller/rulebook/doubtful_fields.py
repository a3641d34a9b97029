"""Fields that can be as they are, and are more likely a mistake: `nouba rules check` tells them."""

from collections.abc import Collection, Iterator
from types import MappingProxyType

from controller.rulebook.model import (
    AgentFields,
    ClassFields,
    RulebookFields,
    ServiceFields,
)
from media.nearest import meant
from media.toml import Problem
from media.toml_sound import Sound
from wire.messages import Priority

COUNTING = MappingProxyType({"due": "head_start_minutes", "strict": "level", "accumulate": "rate"})
"""The field of a class that counts under each policy. Under `interleave` any class is a line of
its own."""


def doubtful_fields(
    sound: Sound[RulebookFields], people: Collection[str] | None
) -> Iterator[Problem]:
    """Tell each with its line and field; `people` may sign in, where they are known."""
    for name, service in sound.value.services.items():
        if sound.is_whole("services", name) and service == ServiceFields():
            yield sound.problem("says nothing: the section is empty", "services", name)
    for name, agent in sound.value.agents.items():
        yield from _agent(sound, name, agent, people)
    if sound.is_whole("policy"):
        for class_, given in sound.value.classes.items():
            yield from _class(sound, class_, given)


def _agent(
    sound: Sound[RulebookFields], name: str, agent: AgentFields, people: Collection[str] | None
) -> Iterator[Problem]:
    place = ("agents", name)
    if people is not None and name not in people:
        text = f'nobody may sign in as "{name}"{meant(name, people)}'
        yield sound.problem(text, *place)
    if sound.is_whole(*place) and agent.services is None and not agent.prefers:
        yield sound.problem("says nothing: the section is empty", *place)
    for service, sooner in agent.prefers.items():
        if not sooner:
            yield sound.problem("prefers nothing: 0 minutes", *place, "prefers", service)


def _class(sound: Sound[RulebookFields], name: Priority, given: ClassFields) -> Iterator[Problem]:
    policy = sound.value.policy
    field, place = COUNTING.get(policy), ("classes", name)
    if field is None or name == "normal" or not sound.is_whole(*place):
        return
    if name == "appointment" and policy == "due":
        text = 'changes nothing under the policy "due": an appointment is due at its own moment'
        yield sound.problem(text, *place)
    elif policy == "accumulate" and name != "appointment" and given.head_start_minutes:
        text = 'gives no points under the policy "accumulate": they are minutes waited × rate'
        yield sound.problem(text, *place, "head_start_minutes")
    elif (later := _later(sound, given)) is not None:
        yield sound.problem(_told_later(sound, given, later), *place, later)
    elif getattr(given, field) == getattr(ClassFields(), field):
        text = f'is called like everybody under the policy "{policy}": {field} is missing'
        yield sound.problem(text, *place)


def _later(sound: Sound[RulebookFields], given: ClassFields) -> str | None:
    """Return the field by which a class is called later than those who declare nothing."""
    normal, policy = sound.value.classes.get("normal", ClassFields()), sound.value.policy
    field = COUNTING[policy]
    if policy == "strict" and given.level == normal.level:
        field = "head_start_minutes"
    return field if getattr(given, field) < getattr(normal, field) else None


def _told_later(sound: Sound[RulebookFields], given: ClassFields, field: str) -> str:
    normal = sound.value.classes.get("normal")
    theirs = getattr(normal or ClassFields(), field)
    line = sound.problem("", "classes", "normal", field).line
    where = "unless told" if normal is None else f"line {line}"
    return (
        f'{getattr(given, field):g} is less than the {theirs:g} of "normal" ({where}): who '
        "declares this class is called later than who declares none"
    )
