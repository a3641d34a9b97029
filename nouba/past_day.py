"""A past day of a hall, as its journal tells it."""

from dataclasses import dataclass
from datetime import date, datetime

import click
from argon2 import PasswordHasher
from sqlalchemy import Engine

from controller.hall import Hall, ImpossibleEvent
from controller.morning import empty_hall
from controller.reception import Entry, Fact, JournalError
from controller.rulebook import Rulebook
from controller.settings import Settings
from controller.store.journal import SqlJournal
from controller.store.people import People
from controller.store.seals import last_day
from controller.telling import Names, Naming
from media.dates import clock_time
from media.pack import Pack
from media.texts import Texts
from nouba.settings import pack_of, rules_of

day_option = click.option(
    "--day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Such as 2026-11-23; the latest day of the journal, when none is named.",
)


@dataclass(frozen=True, slots=True)
class PastDay:
    """A day, what its journal has, and the hall in which they happened."""

    day: date
    entries: tuple[Entry, ...]
    pack: Pack
    rulebook: Rulebook

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What happened, in order."""
        return tuple(entry.fact for entry in self.entries)

    def morning(self) -> Hall:
        """Return the hall as it was before the first fact."""
        return empty_hall(self.pack, self.rulebook)

    def clock(self, at: datetime) -> str:
        """Return the moment on the hall's clock, such as `09:05`."""
        return clock_time(at.astimezone(self.pack.hall.zone))


def latest_day(engine: Engine, hall: str) -> date:
    """Return the journal's latest day; an empty one ends the program with a sentence."""
    with engine.connect() as connection:
        day = last_day(connection, hall)
    if day is None:
        raise click.ClickException(f'The journal has no day of the hall "{hall}".')
    return day


def past_day(engine: Engine, settings: Settings, day: date) -> PastDay:
    """Return the day; a journal that cannot be read ends the program with a sentence."""
    pack = pack_of(settings)
    rulebook = rules_of(settings, pack)
    try:
        entries = SqlJournal(engine, settings.hall).read(day, 0)
    except (JournalError, ValueError) as error:
        raise click.ClickException(f"The journal of {day} cannot be read: {error}") from None
    past = PastDay(day, entries, pack, rulebook)
    hall = past.morning()
    try:
        for fact in past.facts:
            hall.apply(fact.event)
    except ImpossibleEvent as error:
        raise click.ClickException(f"The journal of {day} cannot be told: {error}.") from None
    return past


def naming_of(engine: Engine, settings: Settings) -> Naming:
    """Return what services and people of the hall are called; raises `StoreError`."""
    pack = pack_of(settings)
    names = People(engine, PasswordHasher()).names()
    return Naming(Names(pack, Texts()), pack.hall.zone, names)
