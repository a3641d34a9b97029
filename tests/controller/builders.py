"""Short ways to say what is already so in a test's hall."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from controller.hall import Hall
from controller.hall.commands import Command, OpenCounter
from controller.hall.events import Event
from controller.hall.ids import AgentName, CounterId, ServiceId
from controller.hall.rules import Rules
from controller.hall.service import Service
from controller.reception import Entry, Fact

NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)
BIRTHS = ServiceId("birth_copy")
DEATHS = ServiceId("death_copy")
TAXES = ServiceId("tnb")
ONE, TWO = CounterId(1), CounterId(2)
AMINA, BRAHIM = AgentName("amina"), AgentName("brahim")


def after(minutes: float) -> datetime:
    return NINE + timedelta(minutes=minutes)


def a_hall() -> Hall:
    """A hall with three services, two of them in one office, and two closed counters."""
    services = [
        Service(BIRTHS, "A", timedelta(minutes=10)),
        Service(DEATHS, "A", timedelta(minutes=10)),
        Service(TAXES, "D", timedelta(minutes=30)),
    ]
    everything = [BIRTHS, DEATHS, TAXES]
    return Hall(services, {ONE: everything, TWO: everything})


def open_hall() -> Hall:
    """The same hall with both counters open for all services."""
    hall = a_hall()
    do(hall, OpenCounter(ONE, AMINA), OpenCounter(TWO, BRAHIM))
    return hall


def a_hall_with(rules: Rules, **births: object) -> Hall:
    """Two services and an open counter, by the rules of the test."""
    services = [
        Service(BIRTHS, "A", timedelta(minutes=10), **births),
        Service(TAXES, "D", timedelta(minutes=30)),
    ]
    hall = Hall(services, {ONE: [BIRTHS, TAXES]}, rules)
    do(hall, OpenCounter(ONE, AMINA))
    return hall


def do(hall: Hall, *commands: Command, at: datetime = NINE) -> tuple[Event, ...]:
    """Do the commands in the hall and return the last one's events."""
    events: tuple[Event, ...] = ()
    for command in commands:
        events = hall.decide(command, at)
        for event in events:
            hall.apply(event)
    return events


def entries(events: Iterable[Event], request: str | None = None) -> list[Entry]:
    """The events as the journal keeps them."""
    return [Entry(Fact(seq, event), request) for seq, event in enumerate(events, 1)]
