"""`nouba audit`."""

from datetime import date, datetime
from pathlib import Path

import click
from sqlalchemy import Engine

from controller.hall.ids import TicketNumber
from controller.store.seals import broken, last_seal
from controller.story import story
from media.texts import Texts
from nouba.database import controller_option, database
from nouba.past_day import PastDay, day_option, latest_day, past_day, settings_in
from wire.messages import LANGUAGES, Language


@click.command
@controller_option
@day_option
@click.option("--language", type=click.Choice(LANGUAGES), default="en", help="Of the stories.")
@click.argument("tickets", nargs=-1)
def command(
    settings: Path | None, day: datetime | None, language: Language, tickets: tuple[str, ...]
) -> None:
    """Prove a day: whether its journal was changed, and why each ticket was called.

    Each of the TICKETS (such as A042) has its story told: what happened to it, why it was
    called, and who was called before it, and why.

    Ends with code 1 when the journal was changed after it was written.
    """
    known = settings_in(settings)
    with database(settings) as engine:
        on = day.date() if day else latest_day(engine, known.hall)
        is_whole = _prove(engine, known.hall, on)
        if tickets:
            past = past_day(engine, known, on)
            for ticket in tickets:
                _tell(past, TicketNumber(ticket.upper()), language)
    if not is_whole:
        raise SystemExit(1)


def _prove(engine: Engine, hall: str, day: date) -> bool:
    with engine.connect() as connection:
        found, seal = broken(connection, hall, day), last_seal(connection, hall, day)
    for each in found:
        click.echo(f"{each.day}, fact {each.seq}: {each.why} after it was written.")
    if not found:
        click.echo(f"{day}: nothing was changed after it was written. Last seal: {seal or 'none'}")
    return not found


def _tell(past: PastDay, ticket: TicketNumber, language: Language) -> None:
    lines = story((fact.event for fact in past.facts), past.morning(), ticket)
    if not lines:
        raise click.ClickException(f"There was no ticket {ticket} on {past.day}.")
    click.echo(f"\n{ticket}")
    texts = Texts()
    for line in lines:
        click.echo(f"  {past.clock(line.at)}  {past.sentence(texts, line, language)}")
