"""`nouba waits`."""

from datetime import date, datetime, timedelta
from pathlib import Path

import click

from controller.kept_model import KeptModel, KeptModelError
from controller.waits import Waits
from controller.waits.history import relive
from controller.waits.step import Step
from controller.waits.trained import Trained
from controller.waits.training import TooFewExamples, train
from media.pack import Pack
from nouba.database import controller_option
from nouba.scoring.days import DaysError
from nouba.scoring.exam import Exam, NoDaysError, exam, exam_of_files
from nouba.scoring.living import SPLITS, Result
from nouba.scoring.past import hall_days
from nouba.scoring.table import LEGEND, ROWS, tell
from nouba.scoring.trial import tell_trial
from nouba.settings import pack_of, settings_in

YEAR = 365

MISSING = "the extra `waits` is not installed, docs/waits.md tells how"

day_type = click.DateTime(["%Y-%m-%d"])
csv_type = click.Path(exists=True, dir_okay=False, path_type=Path)
before_option = click.option(
    "--before", type=day_type, help="Days before this one; before today, unless told."
)


@click.group(help="Train what expects the visitors' waits, and judge it.")
def command() -> None:
    """Group the chores with expected waits."""


@command.command("train")
@controller_option
@before_option
@click.option("--days", type=click.IntRange(1, 5000), default=YEAR, help="So many days back.")
def train_(settings: Path | None, before: datetime | None, days: int) -> None:
    """Train the model on the hall's past days, and write it to the settings' `waits_model`.

    First a twin that has not seen the last week is tried on it. The model tells a service's
    visitors what to expect only where the twin was better than the learned rule. A running
    controller takes the new model within a minute.
    """
    known = settings_in(settings)
    if known.waits_model is None:
        raise click.ClickException('The settings name no file for the model: waits_model = "…".')
    pack = pack_of(known)
    past = hall_days(settings, known, pack.hall.zone, _period(pack, before, days))
    waits = Waits()
    trained = _trained(waits, [step for day in past[known.hall].values() for step in day], days)
    try:
        KeptModel(known.waits_model).write(trained)
    except KeptModelError as error:
        raise click.ClickException(f"{error}.") from None
    waits.adopt(trained)
    tell_trial(waits, _names(pack))
    click.echo(f"Learned until {date.fromordinal(trained.until)}: {known.waits_model}")


@command.command
@controller_option
@click.option("--train", "taught", type=csv_type, multiple=True, help="CSV files of earlier days.")
@click.option("--test", "judged", type=csv_type, multiple=True, help="CSV files, not the database.")
@click.option("--from", "first", type=day_type, help="The first day that is judged.")
@before_option
@click.option("--split", type=click.Choice(list(SPLITS)), default="frozen", show_default=True)
@click.option("--by", type=click.Choice(list(ROWS)), default="service", show_default=True)
def score(  # noqa: PLR0913, PLR0917  # the options of a command line, given by name
    settings: Path | None,
    taught: tuple[Path, ...],
    judged: tuple[Path, ...],
    first: datetime | None,
    before: datetime | None,
    split: str,
    by: str,
) -> None:
    """Judge what visitors would have been told on past days, from nothing but their past.

    The days are those of the hall's database, or of CSV files (docs/waits.md). The last third
    of them, a week at most, is judged; with --from, that day and all after it; with --train,
    all days of --test. The days before teach.
    """
    if taught and not judged:
        raise click.UsageError("--train needs --test: the days that are judged.")
    start = first.date().toordinal() if first else None
    names: dict[str, str] = {}
    try:
        if judged:
            days = exam_of_files(taught, judged, start)
        else:
            known = settings_in(settings)
            pack = pack_of(known)
            names = _names(pack)
            period = _period(pack, before, YEAR)
            days = exam(hall_days(settings, known, pack.hall.zone, period), start)
    except (DaysError, NoDaysError) as error:
        raise click.ClickException(f"{error}.") from None
    results = _results(days, split)
    if not any(each.lessons for each in results):
        raise click.ClickException("Nobody was called on the judged days.")
    title = f"{date.fromordinal(days.judged[0])} to {date.fromordinal(days.judged[-1])}"
    tell(f"{title}, after {len(days.taught)} days that taught", results, ROWS[by], names)
    click.echo(LEGEND)


def _period(pack: Pack, before: datetime | None, days: int) -> tuple[date, date]:
    end = before.date() if before else datetime.now(pack.hall.zone).date()
    return end - timedelta(days=days), end


def _names(pack: Pack) -> dict[str, str]:
    return {each.id: each.name.text("en") for each in pack.services}


def _trained(waits: Waits, steps: list[Step], days: int) -> Trained:
    """Let the waits live through the steps and return a model of them, or end the program."""
    lessons = relive(waits, steps, scored_days=days)
    try:
        return train([each.example for each in lessons if each.example is not None])
    except TooFewExamples as error:
        raise click.ClickException(f"It is too early to train a model: {error}.") from None
    except (ImportError, OSError) as error:
        raise click.ClickException(f"No model: {MISSING} ({error}).") from None


def _results(days: Exam, split: str) -> list[Result]:
    """Return what was said; where there cannot be a model, say why, and go without."""
    try:
        return days.results(split)
    except TooFewExamples as error:
        click.echo(f"No model: {error}.")
    except (ImportError, OSError) as error:
        click.echo(f"No model: {MISSING} ({error}).")
    return days.results("none")
