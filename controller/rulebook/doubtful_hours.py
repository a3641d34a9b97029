"""Hours that can be as they are, and are more likely a mistake."""

from collections.abc import Iterator
from datetime import timedelta

from controller.rulebook.model import (
    DAYS,
    HoursFields,
    PeriodFields,
    RulebookFields,
    Sessions,
    WeekFields,
)
from controller.rulebook.opening import longest_stretch, stretches
from media.toml import Problem
from media.toml_sound import Sound

Place = tuple[str | int, ...]


def doubtful_hours(sound: Sound[RulebookFields]) -> Iterator[Problem]:
    """Tell each with its line and field; nothing while a field of the hours is wrong."""
    hours = sound.value.hours
    if hours is None or not sound.is_whole("hours"):
        return
    yield from _overlaps(sound, hours, "hours")
    yield from _short(sound, hours)
    for index, period in enumerate(hours.periods):
        place = ("hours", "periods", index)
        yield from _overlaps(sound, period, *place)
        yield from _days_that_never_come(sound, period, *place)
        yield from _shared(sound, hours.periods[:index], period, *place)


def _overlaps(
    sound: Sound[RulebookFields], week: WeekFields, *place: str | int
) -> Iterator[Problem]:
    for day in DAYS:
        sessions: Sessions = getattr(week, day)
        for index, each in enumerate(sessions):
            if any(each.start < other.end and other.start < each.end for other in sessions[:index]):
                text = "overlaps hours that stand before it: they count as one"
                yield sound.problem(text, *place, day, index)


def _short(sound: Sound[RulebookFields], hours: HoursFields) -> Iterator[Problem]:
    """Tell which of the week's stretches are too short for what the rulebook gives in them."""
    fields, longest = sound.value, longest_stretch(hours)
    for day in DAYS:
        lengths = [end - start for start, end in stretches(getattr(hours, day))]
        if lengths and min(lengths) <= fields.last_ticket_minutes:
            text = f"on {day} no ticket is issued in {min(lengths):g} minutes of opening"
            yield sound.problem(text, "last_ticket_minutes")
        for name, service in fields.services.items():
            if lengths and max(lengths) < (service.slot_minutes or 0) <= longest:
                text = f"on {day} there is no appointment: {max(lengths):g} minutes are too short"
                yield sound.problem(text, "services", name, "slot_minutes")


def _days_that_never_come(
    sound: Sound[RulebookFields], period: PeriodFields, *place: str | int
) -> Iterator[Problem]:
    count = (period.last - period.first).days + 1
    held = {(period.first + timedelta(days=n)).weekday() for n in range(min(count, len(DAYS)))}
    for number, day in enumerate(DAYS):
        if getattr(period, day) and count > 0 and number not in held:
            yield sound.problem(f"the period has no {day}", *place, day)


def _shared(
    sound: Sound[RulebookFields],
    earlier: tuple[PeriodFields, ...],
    period: PeriodFields,
    *place: str | int,
) -> Iterator[Problem]:
    """Tell of a period that shares some days, and not all, with one that stands before it."""
    for each in earlier:
        first, last = max(each.first, period.first), min(each.last, period.last)
        if first <= last and (first, last) not in {_span(each), _span(period)}:
            text = f"holds {first} to {last}, as an earlier period does: there the earlier counts"
            yield sound.problem(text, *place)


def _span(period: PeriodFields) -> tuple[object, object]:
    return period.first, period.last
