"""What a rulebook names that is not there."""

from collections.abc import Iterator

from controller.rulebook.model import RulebookFields
from media.nearest import meant
from media.pack import Pack
from media.toml import Problem
from media.toml_sound import Sound

Place = tuple[str | int, ...]


def wrong_references(sound: Sound[RulebookFields], pack: Pack) -> Iterator[Problem]:
    """Tell every misfit with its line and field."""
    known = [service.id for service in pack.services]
    for place, service in _named(sound.value):
        if service not in known:
            hint = meant(service, known) or "; services.toml in the pack has all of them"
            yield sound.problem(f'there is no service "{service}"{hint}', *place)
    yield from _wrong_counters(sound, pack)


def _named(fields: RulebookFields) -> Iterator[tuple[Place, str]]:
    """Give each service that is named, and where."""
    for service in fields.services:
        yield ("services", service), service
    for name, agent in fields.agents.items():
        for index, service in enumerate(agent.services or ()):
            yield ("agents", name, "services", index), service
        for service in agent.prefers:
            yield ("agents", name, "prefers", service), service
    for index, rule in enumerate(fields.rules):
        if rule.when.service is not None:
            yield ("rules", index, "when", "service"), rule.when.service
        for number, then in enumerate(rule.then):
            if then.open_service is not None:
                yield ("rules", index, "then", number, "open_service"), then.open_service


def _wrong_counters(sound: Sound[RulebookFields], pack: Pack) -> Iterator[Problem]:
    known = [counter.number for counter in pack.hall.counters]
    there = ", ".join(map(str, known))
    for index, rule in enumerate(sound.value.rules):
        for number, then in enumerate(rule.then):
            if then.at_counter is not None and then.at_counter not in known:
                text = f"there is no counter {then.at_counter}; there are the counters {there}"
                yield sound.problem(text, "rules", index, "then", number, "at_counter")
