"""A past day of a hall, as its journal tells it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

import click
from sqlalchemy import Engine

from controller.hall import Hall, ImpossibleEvent
from controller.morning import empty_hall
from controller.reception import Fact, JournalError
from controller.rulebook import Rulebook
from controller.settings import Settings
from controller.store.journal import SqlJournal
from controller.store.seals import last_day
from controller.story import Line, Value
from media.dates import clock_time
from media.isolation import plain
from media.pack import Pack
from media.texts import Texts
from media.texts.classes import CLASSES
from media.texts.proposed import proposed
from media.texts.reasons import PROPOSED
from nouba.settings import pack_of, rules_of
from wire.messages import Language, Priority

day_option = click.option(
    "--day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Such as 2026-11-23; the latest day of the journal, when none is named.",
)


@dataclass(frozen=True, slots=True)
class PastDay:
    """A day, its facts, and the hall in which they happened."""

    day: date
    facts: tuple[Fact, ...]
    pack: Pack
    rulebook: Rulebook

    def morning(self) -> Hall:
        """Return the hall as it was before the first fact."""
        return empty_hall(self.pack, self.rulebook)

    def clock(self, at: datetime) -> str:
        """Return the moment on the hall's clock, such as `09:05`."""
        return clock_time(at.astimezone(self.pack.hall.zone))

    def sentence(self, texts: Texts, line: Line, language: Language) -> str:
        """Return a line of a story in words."""
        values = {
            name: self._shown(texts, name, each, language) for name, each in line.values.items()
        }
        return plain(texts.text(language, line.text, **values))

    def _shown(self, texts: Texts, name: str, value: Value, language: Language) -> str:
        match value:
            case datetime():
                return self.clock(value)
            case str() if name == "service" and value in {each.id for each in self.pack.services}:
                return self.pack.service(value).name.text(language)
            case str() if name == "priority":
                return texts.text(language, CLASSES[cast("Priority", value)])
            case str() if name == "reason":
                known = proposed(texts, value, PROPOSED)
                return value if known is None else texts.text(language, known)
            case _:
                return str(value)


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
    past = PastDay(day, tuple(entry.fact for entry in entries), pack, rulebook)
    hall = past.morning()
    try:
        for fact in past.facts:
            hall.apply(fact.event)
    except ImpossibleEvent as error:
        raise click.ClickException(f"The journal of {day} cannot be told: {error}.") from None
    return past
