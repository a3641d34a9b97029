"""Rules that could never do what is written, or not all of it."""

from collections import Counter
from collections.abc import Iterator

from controller.rulebook.model import RulebookFields, RuleFields, ThenFields, WhenFields
from media.nearest import listed
from media.toml import Problem
from media.toml_sound import Sound

Fault = tuple[str, str]
"""The field, empty for all of them, and what is wrong with it."""

CONDITIONS = ("wait_over_minutes", "queue_over", "hall_queue_over", "idle_minutes")


def useless_rules(sound: Sound[RulebookFields]) -> Iterator[Problem]:
    """Tell each with its line and field; nothing of a rule in which a field is wrong."""
    names = Counter(rule.name for rule in sound.value.rules)
    for index, rule in enumerate(sound.value.rules):
        place = ("rules", index)
        if names[rule.name] > 1:
            yield sound.problem(f'two rules have the name "{rule.name}"', *place, "name")
        if not sound.is_whole(*place):
            continue
        for field, text in _condition(rule.when):
            yield sound.problem(text, *place, "when", *filter(None, [field]))
        for number, then in enumerate(rule.then):
            for field, text in _action(rule, number, then):
                yield sound.problem(text, *place, "then", number, *filter(None, [field]))


def _condition(when: WhenFields) -> Iterator[Fault]:
    if sum(getattr(when, each) is not None for each in CONDITIONS) != 1:
        yield "", f"name exactly one of {listed(CONDITIONS)}"
    elif when.service is not None and when.idle_minutes is not None:
        yield "service", "idle_minutes looks at all services: leave it out"
    elif when.service is not None and when.hall_queue_over is not None:
        yield "service", "hall_queue_over counts all services: leave it out, or write queue_over"


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
    elif opens and then.open_service is None and rule.when.hall_queue_over is not None:
        yield "", "open_service is missing: hall_queue_over watches no service"


def _help(then: ThenFields, *, is_idle: bool) -> Iterator[Fault]:
    if not is_idle:
        yield "help_where_longest", "only a rule with idle_minutes knows a counter that can help"
    if then.open_service is not None:
        yield "open_service", "name either a service, or help_where_longest"
    if then.at_counter is not None:
        yield "at_counter", "it is the idle counter that helps: leave it out"
