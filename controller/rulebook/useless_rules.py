"""Rules that could never do what is written, or not all of it."""

from collections import Counter
from collections.abc import Iterator

from controller.rulebook.model import RulebookFields, RuleFields, ThenFields, WhenFields
from media.toml import Problem, TomlFile

Fault = tuple[str, str]
"""The field, empty for all of them, and what is wrong with it."""


def useless_rules(fields: RulebookFields, file: TomlFile) -> Iterator[Problem]:
    """Tell each with its line and field."""
    names = Counter(rule.name for rule in fields.rules)
    for index, rule in enumerate(fields.rules):
        place = ("rules", index)
        if names[rule.name] > 1:
            yield file.problem(f'two rules have the name "{rule.name}"', *place, "name")
        for field, text in _condition(rule.when):
            yield file.problem(text, *place, "when", *filter(None, [field]))
        for number, then in enumerate(rule.then):
            for field, text in _action(rule, number, then):
                yield file.problem(text, *place, "then", number, *filter(None, [field]))


def _condition(when: WhenFields) -> Iterator[Fault]:
    given = (when.wait_over_minutes, when.queue_over, when.idle_minutes)
    if sum(each is not None for each in given) != 1:
        yield "", "name exactly one of wait_over_minutes, queue_over and idle_minutes"
    elif when.idle_minutes is not None and when.service is not None:
        yield "service", "idle_minutes looks at all services: leave it out"


def _action(rule: RuleFields, number: int, then: ThenFields) -> Iterator[Fault]:
    opens = then.open_service is not None or then.at_counter is not None or then.help_where_longest
    is_idle = rule.when.idle_minutes is not None
    if opens == (then.tell is not None):
        yield "", "name either tell, or what to open"
    elif then in rule.then[:number]:
        yield "", f"is what action {rule.then.index(then) + 1} does already"
    elif then.help_where_longest:
        yield from _help(then, is_idle=is_idle)
    elif opens and then.at_counter is None and not is_idle:
        yield "", "at_counter is missing: only a rule with idle_minutes knows a counter itself"


def _help(then: ThenFields, *, is_idle: bool) -> Iterator[Fault]:
    if not is_idle:
        yield "help_where_longest", "only a rule with idle_minutes knows a counter that can help"
    if then.open_service is not None:
        yield "open_service", "name either a service, or help_where_longest"
    if then.at_counter is not None:
        yield "at_counter", "it is the idle counter that helps: leave it out"
