"""Fields that are spelt right and could never do anything: the file would say what is not so."""

from collections.abc import Iterator, Sequence

from controller.hall.events import CLOSING as AT_CLOSING
from controller.rulebook.model import (
    USUALLY_EARLY,
    AgentFields,
    HoursFields,
    RulebookFields,
    ServiceFields,
)
from controller.rulebook.opening import DAY, closings, first_opening, longest_stretch
from media.toml import Problem
from media.toml_sound import Sound

CLOSING = "needs [hours]: nobody knows when the hall closes"


def useless_fields(sound: Sound[RulebookFields]) -> Iterator[Problem]:
    """Tell each with its line and field; nothing of what rests on a field that is wrong."""
    fields = sound.value
    if sound.is_whole("hours"):
        yield from _hours(sound, fields)
    if fields.hours is not None:
        yield from _periods(sound, fields.hours)
    for name, service in fields.services.items():
        if sound.is_whole("services", name):
            yield from _limits(sound, name, service)
    for name, agent in fields.agents.items():
        if sound.is_whole("agents", name):
            yield from _skills(sound, name, agent)
    yield from _twice(sound, fields.outcomes, "outcomes")
    minutes = fields.announcements.before_closing_minutes
    yield from _twice(sound, minutes, "announcements", "before_closing_minutes")
    yield from _reserved(sound)


def _hours(sound: Sound[RulebookFields], fields: RulebookFields) -> Iterator[Problem]:
    """Tell what never happens at such hours, or without any."""
    if fields.hours is None:
        yield from _without_hours(sound, fields)
        return
    yield from _closes_never(sound, fields.hours)
    yield from _the_day_before(sound, fields.hours)
    longest = longest_stretch(fields.hours)
    if not longest:
        yield sound.problem("the hall would never be open: no day has hours", "hours")
        return
    if fields.last_ticket_minutes >= longest:
        text = f"no ticket would ever be issued: the hall is open for {longest:g} minutes at most"
        yield sound.problem(text, "last_ticket_minutes")
    for name, service in fields.services.items():
        if service.slot_minutes is not None and service.slot_minutes > longest:
            text = f"none would end in time: the hall is open for {longest:g} minutes at most"
            yield sound.problem(text, "services", name, "slot_minutes")


def _closes_never(sound: Sound[RulebookFields], hours: HoursFields) -> Iterator[Problem]:
    """Tell when the day would be over, each day, before it closes by itself."""
    after = sound.value.closes_after_minutes
    ends = closings(hours)
    if after is not None and ends and min(ends) + after >= DAY:
        text = (
            "the day would never close by itself: each time it would be past midnight. From the "
            f"last closing to midnight there are {DAY - min(ends):g} minutes at most"
        )
        yield sound.problem(text, "closes_after_minutes")


def _the_day_before(sound: Sound[RulebookFields], hours: HoursFields) -> Iterator[Problem]:
    """Tell when a visitor could check in on the day before: that ticket would end with its day."""
    opening = first_opening(hours)
    if sound.value.early_minutes > max(opening, USUALLY_EARLY):  # what nobody wrote is not wrong
        text = (
            "who has the day’s first appointment could check in on the day before, and the ticket "
            f"would end with that day. From midnight to the first opening there are {opening:g} "
            "minutes"
        )
        yield sound.problem(text, "early_minutes")


def _reserved(sound: Sound[RulebookFields]) -> Iterator[Problem]:
    for index, code in enumerate(sound.value.outcomes):
        if code == AT_CLOSING:
            text = f'"{code}" is what the hall itself writes when it closes: choose another code'
            yield sound.problem(text, "outcomes", index)


def _without_hours(sound: Sound[RulebookFields], fields: RulebookFields) -> Iterator[Problem]:
    if fields.last_ticket_minutes:
        yield sound.problem(CLOSING, "last_ticket_minutes")
    if fields.closes_after_minutes is not None:
        yield sound.problem(CLOSING, "closes_after_minutes")
    if fields.announcements.before_closing_minutes:
        yield sound.problem(CLOSING, "announcements", "before_closing_minutes")
    for name, service in fields.services.items():
        if service.slot_minutes is not None:
            text = "appointments need [hours]: nobody knows when the hall is open"
            yield sound.problem(text, "services", name, "slot_minutes")


def _periods(sound: Sound[RulebookFields], hours: HoursFields) -> Iterator[Problem]:
    for index, period in enumerate(hours.periods):
        place = ("hours", "periods", index)
        if period.last < period.first:
            yield sound.problem("the period ends before it begins", *place, "last")
            continue
        for each in hours.periods[:index]:
            if each.first <= period.first <= period.last <= each.last:
                held = (
                    f"{each.first}" if each.first == each.last else f"{each.first} to {each.last}"
                )
                text = (
                    f"never counts: the period {held}, which stands before it, holds all its days"
                )
                yield sound.problem(text, *place)
                break


def _limits(sound: Sound[RulebookFields], name: str, service: ServiceFields) -> Iterator[Problem]:
    place = ("services", name)
    if service.slot_minutes is None and service.slot_capacity is not None:
        text = "needs slot_minutes: without it the service gives no appointments"
        yield sound.problem(text, *place, "slot_capacity")
    if service.slot_minutes is None and service.quota == 0:
        text = "no ticket would ever be issued; a supervisor may pause the service instead"
        yield sound.problem(text, *place, "quota")


def _skills(sound: Sound[RulebookFields], name: str, agent: AgentFields) -> Iterator[Problem]:
    place = ("agents", name)
    if agent.services is None:
        return
    if not agent.services:
        text = f"{name} could open no counter; leave it out for all services"
        yield sound.problem(text, *place, "services")
    yield from _twice(sound, agent.services, *place, "services")
    for service in agent.prefers:
        if agent.services and service not in agent.services:
            text = f'"{service}" is not among the services of {name}'
            yield sound.problem(text, *place, "prefers", service)


def _twice(sound: Sound[RulebookFields], names: Sequence[object], *place: str) -> Iterator[Problem]:
    for index, name in enumerate(names):
        if name in names[:index]:
            yield sound.problem(f'"{name}" is named twice', *place, index)
