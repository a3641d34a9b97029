"""`nouba rules`."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from controller.appointments import Appointment, Calendar
from controller.hall.events import RuleTriggered
from controller.identity import StoreError
from controller.morning import empty_hall
from controller.program import clock
from controller.rehearsal import rehearse
from controller.rulebook import Rulebook, inspect_rulebook
from controller.settings import Settings
from controller.store.appointments import SqlBook
from controller.store.engine import missing_file, open_engine
from controller.store.people import People
from media.toml import Problem
from nouba.database import controller_option, database
from nouba.past_day import PastDay, day_option, latest_day, naming_of, past_day
from nouba.program import refused
from nouba.rehearsed import ended, told
from nouba.settings import pack_of, settings_in
from nouba.terminal import Terminal
from wire.messages import LANGUAGES, Language

rules_argument = click.argument(
    "file", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)


@click.group(help="Check the hall's own rules, and try them on a past day.")
def command() -> None:
    """Group the chores with rules."""


@command.command
@controller_option
@rules_argument
def check(settings: Path | None, file: Path) -> None:
    """Tell what is wrong in the rules FILE, with its lines and fields, and what is doubtful."""
    known = settings_in(settings)
    people = _people(known)
    rulebook, doubtful = _inspected(known, file, people)
    if rulebook.rules.skills and people is None:
        click.echo("The agents' names were not looked up: there is no database to ask.")
    warnings = len(doubtful) + _tell_stranded(known, rulebook)
    count = f", and {_counted(warnings, 'warning')} above" if warnings else ""
    click.echo(f"{file} is right{count}.")


@command.command("try")
@controller_option
@day_option
@click.option(
    "--language",
    "--lang",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    help="Of what the rules would have done.",
)
@rules_argument
def try_(settings: Path | None, day: datetime | None, language: Language, file: Path) -> None:
    """Tell what the [[rules]] of FILE would have done on a past day. Nothing is changed.

    The day is led through once more, minute by minute, with the agents' skills and the hours
    of FILE. What a rule would have opened is told and not done: nobody knows whom that counter
    would have called.
    """
    known = settings_in(settings)
    rulebook, _ = _inspected(known, file, None)
    with database(settings) as engine:
        latest = latest_day(engine, known.hall)
        past = past_day(engine, known, day.date() if day else latest)
        terminal = Terminal(language, naming_of(engine, known))
    if not past.facts:
        raise click.ClickException(
            f"Nothing happened in the hall on {past.day}, so no rule can be tried on it. "
            f"The latest day of the journal is {latest}."
        )
    if not rulebook.rules.automation:
        raise click.ClickException(f"{file} has no [[rules]], so there is nothing to try.")
    _try(replace(past, rulebook=rulebook), terminal)


def _try(past: PastDay, terminal: Terminal) -> None:
    count = 0
    for step in rehearse(past.facts, past.morning()):
        told_so = [line for each in told(step) for line in terminal.lines(*each)]
        terminal.tell_at(step.at, told_so)
        count += isinstance(step.event, RuleTriggered)
    text, values = ended(str(past.day), count)
    for line in terminal.lines(text, values):
        click.echo(line)


def _inspected(
    settings: Settings, file: Path, people: Collection[str] | None
) -> tuple[Rulebook, Sequence[Problem]]:
    """Return the rules and what is doubtful in them, which is told; end with what is wrong."""
    inspection = inspect_rulebook(file, pack_of(settings), people)
    for wrong in inspection.wrong:
        click.echo(wrong, err=True)
    for doubtful in inspection.doubtful:
        click.echo(f"Warning: {doubtful}", err=True)
    if inspection.rulebook is None:
        raise refused(f"{file} has {_counted(len(inspection.wrong), 'mistake')}.")
    return inspection.rulebook, inspection.doubtful


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def _tell_stranded(settings: Settings, rulebook: Rulebook) -> int:
    """Warn of appointments that would find the hall closed; return how many warnings that is."""
    days = Counter(each.slot.day for each in _stranded(settings, rulebook))
    if not days:
        return 0
    told = ", ".join(f"{number} on {day}" for day, number in sorted(days.items()))
    what = _counted(days.total(), "appointment")
    click.echo(f"Warning: with these rules {what} would find the hall closed: {told}", err=True)
    return 1


def _stranded(settings: Settings, rulebook: Rulebook) -> Sequence[Appointment]:
    """Return whom these rules would strand; nobody where no database can be asked."""
    pack = pack_of(settings)
    zone = pack.hall.zone
    calendar = Calendar.of(empty_hall(pack, rulebook), zone)
    now = clock(settings.clock, zone)()
    try:
        if missing_file(settings.database):
            return ()
        engine = open_engine(settings.database)
        expected = SqlBook(engine, settings.hall).expected_from(calendar.day(now))
    except StoreError:
        return ()
    engine.dispose()
    to_come = (each for each in expected if each.slot.moment(zone) > now)
    return [each for each in to_come if calendar.is_stranded(each.service, each.slot)]


def _people(settings: Settings) -> Collection[str] | None:
    """Return the names of those who may sign in; nothing where no database can be asked."""
    try:
        if missing_file(settings.database):
            return None
        engine = open_engine(settings.database)
        names = [person.name for person in People(engine).list()]
    except StoreError:
        return None
    engine.dispose()
    return names
