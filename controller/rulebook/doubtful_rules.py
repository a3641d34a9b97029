"""Rules that can be as they are, and would hardly ever do anything."""

from collections.abc import Iterable, Iterator, Mapping

from controller.rulebook.model import RulebookFields, RuleFields, ThenFields, WhenFields
from controller.rulebook.opening import longest_day
from media.pack import Pack
from media.toml import Problem
from media.toml_sound import Sound


def doubtful_rules(sound: Sound[RulebookFields], pack: Pack) -> Iterator[Problem]:
    """Tell each with its line and field."""
    gives = {counter.number: counter.services for counter in pack.hall.counters}
    for index, rule in enumerate(sound.value.rules):
        place = ("rules", index)
        if not sound.is_whole(*place):
            continue
        yield from _too_long(sound, rule.when, *place, "when")
        yield from _quota(sound, rule.when, *place, "when")
        yield from _given_already(sound, rule, gives, *place, "then")
        for earlier in sound.value.rules[:index]:
            if (earlier.when, earlier.then) == (rule.when, rule.then):
                text = f'watches for and does the same as the rule "{earlier.name}"'
                yield sound.problem(text, *place)
            elif (number := _at_odds(earlier, rule)) is not None:
                text = f'opens another service at the same counter, together with "{earlier.name}"'
                yield sound.problem(text, *place, "then", number)


def _too_long(
    sound: Sound[RulebookFields], when: WhenFields, *place: str | int
) -> Iterator[Problem]:
    hours = sound.value.hours
    if hours is None or not sound.is_whole("hours"):
        return
    day = longest_day(hours, sound.value.closes_after_minutes)
    for field in ("wait_over_minutes", "idle_minutes"):
        wait = getattr(when, field)
        if wait is not None and day and wait >= day:
            text = f"would hardly ever hold: a day lasts {day:g} minutes, from opening to its end"
            yield sound.problem(text, *place, field)


def _quota(sound: Sound[RulebookFields], when: WhenFields, *place: str | int) -> Iterator[Problem]:
    limits = None if when.service is None else sound.value.services.get(when.service)
    if limits is None or limits.quota is None or when.queue_over is None:
        return
    if limits.quota <= when.queue_over:
        text = f"would hardly ever hold: {when.service} has {limits.quota} tickets in a day"
        yield sound.problem(text, *place, "queue_over")


def _given_already(
    sound: Sound[RulebookFields],
    rule: RuleFields,
    gives: Mapping[int, tuple[str, ...]],
    *place: str | int,
) -> Iterator[Problem]:
    for number, then in enumerate(rule.then):
        service = then.open_service or rule.when.service
        if then.at_counter is not None and service in gives.get(then.at_counter, ()):
            text = (
                f"counter {then.at_counter} is set up for {service} already: this does "
                "something only when its agent has chosen fewer services"
            )
            yield sound.problem(text, *place, number, "at_counter")


def _at_odds(earlier: RuleFields, rule: RuleFields) -> int | None:
    """Return which action gives the idle counter another service than the earlier rule does.

    Rules of the same `idle_minutes` begin to hold together: neither waits for the other.
    """
    if rule.when.idle_minutes is None or rule.when != earlier.when:
        return None
    theirs = [each for each in earlier.then if each.tell is None]
    return next(
        (
            number
            for number, then in enumerate(rule.then)
            if then.tell is None and then not in theirs and _same_counter(then, theirs)
        ),
        None,
    )


def _same_counter(then: ThenFields, others: Iterable[ThenFields]) -> bool:
    return any(each.at_counter == then.at_counter for each in others)
