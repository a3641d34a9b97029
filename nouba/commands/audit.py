"""`nouba audit`."""

from datetime import datetime
from pathlib import Path

import click

from controller.hall.ids import TicketNumber
from controller.store.seals import seal_digits
from controller.story import story
from nouba.database import controller_option, database
from nouba.past_day import PastDay, day_option, latest_day, naming_of, past_day
from nouba.proving import Auditor
from nouba.settings import settings_in
from nouba.telling_facts import told_fact
from nouba.terminal import Terminal
from wire.messages import LANGUAGES, Language

WENT_ON = 3
"""The exit code when the seal that was written down is not the last of its day."""


def _seal(_context: click.Context, _option: click.Parameter, written: str | None) -> str | None:
    """Return the seal's digits; what is none is a mistake of the one who types, not a proof."""
    if written is None:
        return None
    try:
        return seal_digits(written)
    except ValueError as error:
        raise click.BadParameter(f"{error}.") from None


@click.command
@controller_option
@day_option
@click.option(
    "--language",
    "--lang",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    help="Of the verdict and of the stories.",
)
@click.option(
    "--seal",
    callback=_seal,
    help="A seal that was written down, or its first 16 digits at least.",
)
@click.option("--whole", "is_whole", is_flag=True, help="Check the chain of all days as well.")
@click.argument("tickets", nargs=-1)
def command(
    settings: Path | None,
    day: datetime | None,
    language: Language,
    seal: str | None,
    is_whole: bool,  # noqa: FBT001 - click gives it so
    tickets: tuple[str, ...],
) -> None:
    """Prove a day: whether its journal was changed, and why each ticket was called.

    Each of the TICKETS (such as A042) has its story told: what happened to it, why it was
    called, and who was called before it, and why. With a seal, of the public page or of a
    day's report, it is proved that the journal still has all that the seal was put on.

    Ends with code 1 when anything was changed after it was written, or nothing proves that
    it was not; with code 3 when nothing was changed, but more of its day was written after the
    seal.
    """
    known = settings_in(settings)
    with database(settings) as engine:
        terminal = Terminal(language, naming_of(engine, known))
        auditor = Auditor(engine, known.hall, terminal)
        mark = auditor.place_of(seal) if seal else None
        sealed = mark.day if mark and mark.is_dated else None
        on = day.date() if day else sealed or latest_day(engine, known.hall)
        auditor.day(on)
        if mark is not None:
            auditor.seal(mark, on)
        if is_whole:
            auditor.everything()
        first = auditor.since(mark) if mark and mark.is_dated else None
        if mark is not None and first is not None:
            _tell_first(past_day(engine, known, mark.day), first, terminal)
        if tickets:
            past = past_day(engine, known, on)
            for ticket in tickets:
                _tell(past, TicketNumber(ticket.upper()), terminal)
    _end(auditor)


def _end(auditor: Auditor) -> None:
    """Leave with the exit code that says what was found."""
    if not auditor.is_content:
        raise SystemExit(1)
    if not auditor.is_at_the_end:
        raise SystemExit(WENT_ON)


def _tell_first(past: PastDay, seq: int, terminal: Terminal) -> None:
    fact = told_fact(past, seq)
    if fact.ticket:
        click.echo(f"  {fact.ticket}")
    for line in fact.lines:
        terminal.tell(line)


def _tell(past: PastDay, ticket: TicketNumber, terminal: Terminal) -> None:
    lines = story(past.entries, past.morning(), ticket)
    if not lines:
        raise click.ClickException(f"There was no ticket {ticket} on {past.day}.")
    click.echo(f"\n{ticket}")
    for line in lines:
        terminal.tell(line)
