"""What a rulebook names that is not there, and rules that could never do anything."""

from collections import Counter
from collections.abc import Iterator

from controller.rulebook.model import RulebookFields, RuleFields, ThenFields, WhenFields
from media.pack import Pack
from media.toml import Problem, TomlFile

Place = tuple[str | int, ...]


def wrong_references(fields: RulebookFields, pack: Pack, file: TomlFile) -> Iterator[Problem]:
    """Tell every misfit with its line and field."""
    known = {service.id for service in pack.services}
    for place, service in _named(fields):
        if service not in known:
            yield file.problem(f'there is no service "{service}"', *place)
    yield from _wrong_slots(fields, file)
    yield from _wrong_periods(fields, file)
    yield from _wrong_counters(fields, pack, file)
    yield from _wrong_rules(fields, file)


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


def _wrong_slots(fields: RulebookFields, file: TomlFile) -> Iterator[Problem]:
    for name, service in fields.services.items():
        if service.slot_minutes is not None and fields.hours is None:
            text = "appointments need [hours]: nobody knows when the hall is open"
            yield file.problem(text, "services", name, "slot_minutes")


def _wrong_periods(fields: RulebookFields, file: TomlFile) -> Iterator[Problem]:
    for index, period in enumerate(fields.hours.periods if fields.hours else ()):
        if period.last < period.first:
            yield file.problem(
                "the period ends before it begins", "hours", "periods", index, "last"
            )


def _wrong_counters(fields: RulebookFields, pack: Pack, file: TomlFile) -> Iterator[Problem]:
    known = {counter.number for counter in pack.hall.counters}
    for index, rule in enumerate(fields.rules):
        for number, then in enumerate(rule.then):
            if then.at_counter is not None and then.at_counter not in known:
                text = f"there is no counter {then.at_counter}"
                yield file.problem(text, "rules", index, "then", number, "at_counter")


def _wrong_rules(fields: RulebookFields, file: TomlFile) -> Iterator[Problem]:
    names = Counter(rule.name for rule in fields.rules)
    for index, rule in enumerate(fields.rules):
        if names[rule.name] > 1:
            yield file.problem(f'two rules have the name "{rule.name}"', "rules", index, "name")
        if not _is_one_condition(rule.when):
            text = "name exactly one of wait_over_minutes, queue_over and idle_minutes"
            yield file.problem(text, "rules", index, "when")
        for number, then in enumerate(rule.then):
            if why := _useless(rule, then):
                yield file.problem(why, "rules", index, "then", number)


def _is_one_condition(when: WhenFields) -> bool:
    given = (when.wait_over_minutes, when.queue_over, when.idle_minutes)
    return sum(each is not None for each in given) == 1


def _useless(rule: RuleFields, then: ThenFields) -> str:
    """Return why the action could do nothing; nothing when it can."""
    opens = then.open_service is not None or then.at_counter is not None or then.help_where_longest
    if opens == (then.tell is not None):
        return "name either tell, or what to open"
    is_idle = rule.when.idle_minutes is not None
    if opens and then.at_counter is None and not is_idle:
        return "at_counter is missing: only a rule with idle_minutes knows a counter itself"
    if then.help_where_longest and then.open_service is not None:
        return "name either a service, or help_where_longest"
    return ""
