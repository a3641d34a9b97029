"""Fields that are spelt right and could never do anything: the file would say what is not so."""

from collections.abc import Iterator
from datetime import time

from controller.rulebook.model import (
    DAYS,
    AgentFields,
    HoursFields,
    RulebookFields,
    ServiceFields,
    Sessions,
)
from media.toml import Problem, TomlFile


def useless_fields(fields: RulebookFields, file: TomlFile) -> Iterator[Problem]:
    """Tell each with its line and field."""
    longest = None if fields.hours is None else longest_stretch(fields.hours)
    yield from _last_ticket(fields.last_ticket_minutes, longest, file)
    if fields.hours is not None:
        yield from _hours(fields.hours, file)
    for name, service in fields.services.items():
        yield from _slots(name, service, longest, file)
    for name, agent in fields.agents.items():
        yield from _preferences(name, agent, file)
    for index, outcome in enumerate(fields.outcomes):
        if outcome in fields.outcomes[:index]:
            yield file.problem(f'"{outcome}" is named twice', "outcomes", index)


def longest_stretch(hours: HoursFields) -> float:
    """Return the minutes of the longest time for which the hall stays open; 0 if it never is."""
    days = (getattr(week, day) for week in (hours, *hours.periods) for day in DAYS)
    return max(map(_stretch, days))


def _stretch(sessions: Sessions) -> float:
    longest, start, end = 0.0, 0.0, 0.0
    for each in sorted(sessions, key=lambda each: each.start):
        begins, ends = _minutes(each.start), _minutes(each.end)
        start, end = (start, max(end, ends)) if begins <= end else (begins, ends)
        longest = max(longest, end - start)
    return longest


def _minutes(clock: time) -> float:
    return clock.hour * 60 + clock.minute + clock.second / 60


def _last_ticket(minutes: float, longest: float | None, file: TomlFile) -> Iterator[Problem]:
    if longest is None and minutes:
        text = "needs [hours]: nobody knows when the hall closes"
        yield file.problem(text, "last_ticket_minutes")
    elif longest and minutes >= longest:
        text = f"no ticket would ever be issued: the hall is open for {longest:g} minutes at most"
        yield file.problem(text, "last_ticket_minutes")


def _hours(hours: HoursFields, file: TomlFile) -> Iterator[Problem]:
    if not longest_stretch(hours):
        yield file.problem("the hall would never be open", "hours")
    for index, period in enumerate(hours.periods):
        place = ("hours", "periods", index)
        if period.last < period.first:
            yield file.problem("the period ends before it begins", *place, "last")
            continue
        earlier = enumerate(hours.periods[:index], start=1)
        holds = (n for n, each in earlier if each.first <= period.first <= period.last <= each.last)
        if number := next(holds, None):
            text = f"never counts: period {number}, which stands before it, holds all its days"
            yield file.problem(text, *place)


def _slots(
    name: str, service: ServiceFields, longest: float | None, file: TomlFile
) -> Iterator[Problem]:
    place = ("services", name)
    if service.slot_minutes is not None and longest is None:
        text = "appointments need [hours]: nobody knows when the hall is open"
        yield file.problem(text, *place, "slot_minutes")
    if service.slot_minutes is not None and longest and service.slot_minutes > longest:
        text = f"none would end in time: the hall is open for {longest:g} minutes at most"
        yield file.problem(text, *place, "slot_minutes")
    if service.slot_minutes is None and service.slot_capacity is not None:
        text = "needs slot_minutes: without it the service gives no appointments"
        yield file.problem(text, *place, "slot_capacity")


def _preferences(name: str, agent: AgentFields, file: TomlFile) -> Iterator[Problem]:
    for service in agent.prefers:
        if agent.services is not None and service not in agent.services:
            text = f'"{service}" is not among the services of {name}'
            yield file.problem(text, "agents", name, "prefers", service)
