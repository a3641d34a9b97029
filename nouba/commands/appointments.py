"""`nouba appointments`."""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from types import MappingProxyType
from uuid import uuid4

import click
from rich.console import Console
from rich.table import Table

from controller.appointments import Appointments, Fate, Slot, Wish
from controller.appointments.code import read_code
from controller.hall.ids import ServiceId
from controller.hall.refusals import Refused
from controller.morning import appointments_of, empty_hall
from controller.program import clock
from controller.reception import JournalError, Reception
from controller.store.appointments import SqlBook
from controller.store.journal import SqlJournal
from media.dates import clock_time
from media.texts import Texts
from nouba.database import controller_option, database
from nouba.settings import pack_of, rules_of, settings_in
from wire.appointment_code import shown
from wire.messages import LANGUAGES, Language

TOLD: Mapping[Fate, str] = MappingProxyType(
    {
        Fate.EXPECTED: "expected",
        Fate.CAME: "came",
        Fate.CANCELLED: "cancelled",
        Fate.MISSED: "did not come",
    }
)

CLOSED_THEN = "finds the hall closed"
LONGEST_REASON = 200
"""Characters."""

WHAT_TO_DO = (
    "their pages ask them to choose another day. To cancel one, and tell why: "
    "nouba appointments cancel CODE --because REASON."
)


@click.group(help="Book appointments, cancel them, and see who came.")
def command() -> None:
    """Group the chores with appointments."""


@command.command
@controller_option
@click.argument("service")
@click.argument("day", type=click.DateTime(["%Y-%m-%d"]))
@click.argument("time", type=click.DateTime(["%H:%M"]))
@click.option("--language", type=click.Choice(LANGUAGES), default="ar", help="The visitor's.")
def book(
    settings: Path | None, service: str, day: datetime, time: datetime, language: Language
) -> None:
    """Hold a place for SERVICE on DAY at TIME, such as 2026-11-30 09:15, and print its code."""
    wish = Wish(ServiceId(service), Slot(day.date(), time.time()), language, uuid4().hex)
    with _appointments(settings) as appointments:
        booked = appointments.book(wish)
    click.echo(shown(booked.code))


@command.command
@controller_option
@click.argument("code")
@click.option("--because", default="", help="Why: its visitor reads it on the appointment's page.")
def cancel(settings: Path | None, code: str, because: str) -> None:
    """Free the place of the appointment with this CODE."""
    if len(because) > LONGEST_REASON:
        raise click.BadParameter(f"a reason has {LONGEST_REASON} characters at most")
    with _appointments(settings) as appointments:
        appointments.cancel(read_code(code), because.strip())
    click.echo(f"The appointment {shown(read_code(code))} is cancelled.")


@command.command("list")
@controller_option
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="Such as 2026-11-30; else today.")
def list_(settings: Path | None, day: datetime | None) -> None:
    """List a day's appointments: who is expected, came, cancelled, or did not come."""
    with _appointments(settings) as appointments:
        on = day.date() if day else appointments.today
        found = appointments.on(on)
        stranded = {each for each, _ in found if appointments.is_stranded(each)}
        is_past = on < appointments.today
    table = Table("Time", "Service", "Code", "Became", "Ticket")
    for each, fate in found:
        became = CLOSED_THEN if each in stranded else TOLD[fate]
        time = clock_time(each.slot.time)
        table.add_row(time, each.service, shown(each.code), became, each.ticket or "")
    Console().print(table)
    if stranded and not is_past:
        click.echo(f"{len(stranded)} of them come to a closed hall: {WHAT_TO_DO}")
    sums = Counter(fate for _, fate in found)
    told = ", ".join(f"{sums[fate]} {words}" for fate, words in TOLD.items())
    click.echo(f"{on}: {len(found)} booked; {told}.")


@command.command
@controller_option
def stranded(settings: Path | None) -> None:
    """List the appointments, of today and later, at whose time the hall is closed by now.

    The hall's hours changed after they were booked, or it has no such service any more.
    """
    with _appointments(settings) as appointments:
        found = appointments.stranded()
    if not found:
        click.echo("No appointment is at a time at which the hall is closed.")
        return
    table = Table("Day", "Time", "Service", "Code")
    for each in found:
        slot = each.slot
        table.add_row(str(slot.day), clock_time(slot.time), each.service, shown(each.code))
    Console().print(table)
    click.echo(f"{len(found)} come to a closed hall: {WHAT_TO_DO}")


@contextmanager
def _appointments(path: Path | None) -> Iterator[Appointments]:
    """Lend the hall's appointments; a refusal ends the program, code 1, with its sentence."""
    settings = settings_in(path)
    pack = pack_of(settings)
    rulebook = rules_of(settings, pack)
    now = clock(settings.clock, pack.hall.zone)
    with database(path) as engine:
        try:
            journal = SqlJournal(engine, settings.hall)
            reception = Reception(journal, partial(empty_hall, pack, rulebook), now, pack.hall.zone)
            yield appointments_of(SqlBook(engine, settings.hall), reception, pack, rulebook, now)
        except Refused as refused:
            raise click.ClickException(Texts().refusal("en", refused.code)) from None
        except JournalError as error:
            raise click.ClickException(f"{error}.") from None
