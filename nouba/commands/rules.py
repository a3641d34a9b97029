"""`nouba rules`."""

from datetime import datetime
from pathlib import Path

import click

from controller.rehearsal import rehearse
from controller.rulebook import read_rulebook
from nouba.database import controller_option, database
from nouba.past_day import day_option, latest_day, past_day
from nouba.program import checked
from nouba.settings import pack_of, settings_in

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
    """Tell what is wrong in the rules FILE, with its lines and fields."""
    pack = pack_of(settings_in(settings))
    checked(file, lambda path: read_rulebook(path, pack))
    click.echo(f"{file} is right.")


@command.command("try")
@controller_option
@day_option
@rules_argument
def try_(settings: Path | None, day: datetime | None, file: Path) -> None:
    """Tell what the [[rules]] of FILE would have done on a past day. Nothing is changed.

    The day is led through once more, minute by minute. What a rule would have opened is told
    and not done: nobody knows whom that counter would have called.
    """
    known = settings_in(settings)
    rulebook = checked(file, lambda path: read_rulebook(path, pack_of(known)))
    with database(settings) as engine:
        past = past_day(engine, known, day.date() if day else latest_day(engine, known.hall))
    if not past.facts:
        raise click.ClickException(f"The journal has no fact of {past.day}.")
    told = list(rehearse(past.facts, past.morning(), rulebook.rules.automation))
    for at, sentence in told:
        click.echo(f"{past.clock(at)}  {sentence}")
    actions = "1 action" if len(told) == 1 else f"{len(told)} actions"
    click.echo(f"{past.day}: {actions} in a day of {len(past.facts)} facts.")
