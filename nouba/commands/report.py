"""`nouba report`."""

from datetime import datetime
from pathlib import Path

import click

from controller.morning import empty_hall
from controller.reception import JournalError
from controller.report import together
from controller.store.report import day_report
from controller.store.satisfaction import satisfaction
from controller.web.report_page import ReportPage
from nouba.database import controller_option, database
from nouba.past_day import day_option, latest_day, naming_of
from nouba.report_files import csv_of, said_in_short, summary, write_files
from nouba.settings import pack_of, rules_of, settings_in
from nouba.terminal import as_written
from wire.messages import LANGUAGES, Language


@click.group
def command() -> None:
    """Report a day: figures, calls out of turn, seals; to print, and as tables."""


@command.command("day")
@controller_option
@day_option
@click.option("--language", "--lang", type=click.Choice(LANGUAGES), default="fr", show_default=True)
@click.option(
    "--to",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("var/reports"),
    show_default=True,
    help="The folder that gets the files; it is made if it is missing.",
)
def day(settings: Path | None, day: datetime | None, language: Language, to: Path) -> None:
    """Report a day: visits, waits, calls out of turn, changes, and the seals that prove it.

    Prints the figures, and writes the page to print (HTML, A4) and the same rows as JSON and
    CSV. Ends with code 1 when the journal was changed, or nothing proves that it was not.
    """
    known = settings_in(settings)
    pack = pack_of(known)
    morning = empty_hall(pack, rules_of(known, pack))
    with database(settings) as engine:
        on = day.date() if day else latest_day(engine, known.hall)
        try:
            report = day_report(engine, known.hall, on, morning)
        except JournalError as error:
            raise click.ClickException(f"The journal of {on} cannot be read: {error}.") from None
        naming = naming_of(engine, known)
    if report is None:
        raise click.ClickException(f"The journal has no fact of {on}.")
    page = ReportPage(naming, language)
    for line in summary(report, page):
        click.echo(as_written(language, line))
    for path in write_files(report, page, to):
        click.echo(path)
    if not report.seals.holds:
        raise SystemExit(1)


A_DAY = click.DateTime(["%Y-%m-%d"])


@command.command("satisfaction")
@controller_option
@click.option("--first", type=A_DAY, required=True, help="Such as 2026-11-01.")
@click.option("--last", type=A_DAY, required=True, help="It is among the days.")
@click.option("--language", "--lang", type=click.Choice(LANGUAGES), default="fr", show_default=True)
@click.option("--csv", "table", type=click.Path(dir_okay=False, path_type=Path), help="A table.")
def satisfaction_(
    settings: Path | None, first: datetime, last: datetime, language: Language, table: Path | None
) -> None:
    """Tell what visitors said from one day to another: their answers' mean, number and share."""
    known = settings_in(settings)
    with database(settings) as engine:
        said = satisfaction(engine, known.hall, first.date(), last.date())
        page = ReportPage(naming_of(engine, known), language)
    if not together(said.values()).answers:
        raise click.ClickException("Nobody answered on these days.")
    for line in said_in_short(said, page):
        click.echo(as_written(language, line))
    if table is not None:
        table.write_text(csv_of(said), encoding="utf-8")
        click.echo(table)
