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
from controller.rulebook.opening import (
    DAY,
    closings,
    last_closing,
    longest_stretch,
    open_weeks,
    stretches,
)
from media.toml import Problem
from media.toml_sound import Sound

Place = tuple[str | int, ...]

A_YEAR = 366
"""Days."""


def doubtful_hours(sound: Sound[RulebookFields]) -> Iterator[Problem]:
    """Tell each with its line and field; nothing while a field of the hours is wrong."""
    hours = sound.value.hours
    if hours is None or not sound.is_whole("hours"):
        return
    yield from _overlaps(sound, hours, "hours")
    yield from _short(sound, hours)
    yield from _past_midnight(sound, hours)
    for index, period in enumerate(hours.periods):
        place = ("hours", "periods", index)
        yield from _overlaps(sound, period, *place)
        yield from _days_that_never_come(sound, period, *place)
        yield from _long(sound, period, *place)
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
    """Tell which stretches are too short for what the rulebook gives in them."""
    longest = longest_stretch(hours)
    for week, days in open_weeks(hours):
        for day in days:
            lengths = [end - start for start, end in stretches(getattr(week, day))]
            on = f"on {day}{_within(week)}"
            if min(lengths) <= sound.value.last_ticket_minutes:
                text = f"{on} no ticket is issued in {min(lengths):g} minutes of opening"
                yield sound.problem(text, "last_ticket_minutes")
            yield from _without_slots(sound, max(lengths), longest, on)


def _within(week: WeekFields) -> str:
    if not isinstance(week, PeriodFields):
        return ""
    return f", from {week.first} to {week.last},"


def _without_slots(
    sound: Sound[RulebookFields], length: float, longest: float, on: str
) -> Iterator[Problem]:
    for name, service in sound.value.services.items():
        if length < (service.slot_minutes or 0) <= longest:
            text = f"{on} there is no appointment: {length:g} minutes are too short"
            yield sound.problem(text, "services", name, "slot_minutes")


def _past_midnight(sound: Sound[RulebookFields], hours: HoursFields) -> Iterator[Problem]:
    """Tell of each day that does not close by itself, where others do."""
    after = sound.value.closes_after_minutes
    if after is None or min(closings(hours), default=DAY) + after >= DAY:
        return
    for week, days in open_weeks(hours):
        for day in days:
            if last_closing(getattr(week, day)) + after >= DAY:
                on = f"on {day}{_within(week)}"
                text = f"{on} the day does not close by itself: it would be past midnight"
                yield sound.problem(text, "closes_after_minutes")


def _days_that_never_come(
    sound: Sound[RulebookFields], period: PeriodFields, *place: str | int
) -> Iterator[Problem]:
    count = (period.last - period.first).days + 1
    held = {(period.first + timedelta(days=n)).weekday() for n in range(min(count, len(DAYS)))}
    for number, day in enumerate(DAYS):
        if getattr(period, day) and count > 0 and number not in held:
            yield sound.problem(f"the period has no {day}", *place, day)


def _long(
    sound: Sound[RulebookFields], period: PeriodFields, *place: str | int
) -> Iterator[Problem]:
    """Tell of a period that leaves no year to the week's own hours."""
    days = (period.last - period.first).days + 1
    if days > A_YEAR:
        does = "holds" if any(getattr(period, day) for day in DAYS) else "closes the hall"
        yield sound.problem(f"{does} for {days} days, which is more than a year", *place)


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
