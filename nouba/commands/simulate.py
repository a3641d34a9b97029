"""`nouba simulate`."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path

import click
from rich.console import Console
from rich.table import Column, Table

from controller.hall.ids import ServiceId
from controller.morning import always_open
from controller.simulation import Advice, Turnout, spread_over
from media.pack import Pack
from nouba.database import controller_option
from nouba.program import checked
from nouba.settings import pack_of, rules_of, settings_in
from nouba.simulating.chart import chart
from nouba.simulating.figures import by_half_hour, together, waits_of
from nouba.simulating.pools import Pool, pools
from nouba.simulating.reading import ASSUMED, read_assumptions
from nouba.simulating.year import Calendar, Simulator
from wire.messages import PRIORITIES

ADVICE_DAYS = 40


def _svg(_context: click.Context, _option: click.Parameter, path: Path) -> Path:
    """Refuse, before the days are simulated, a picture that could not be written then."""
    if path.suffix.lower() != ".svg":
        raise click.BadParameter(f"the picture is an SVG: end its name with .svg, not {path.name}.")
    folder = path.absolute().parent
    if not folder.is_dir():
        raise click.BadParameter(f"there is no folder {folder}.")
    if not os.access(folder, os.W_OK):
        raise click.BadParameter(f"nothing may be written into {folder}.")
    return path


@click.command(context_settings={"show_default": True})
@controller_option
@click.option("--visitors", type=click.FloatRange(min=1), default=300, help="On a mean day.")
@click.option("--days", type=click.IntRange(1, 2000), default=20, help="Working days.")
@click.option(
    "--advice-days",
    type=click.IntRange(1, 2000),
    default=ADVICE_DAYS,
    help="Days from which the advice is drawn at least; more where few come.",
)
@click.option("--halls", type=click.IntRange(1, 100), default=1, help="Such halls, one by one.")
@click.option("--aim", type=click.FloatRange(0, 1), default=0.9, help="Share called in time.")
@click.option("--most", type=click.IntRange(1, 100), default=12, help="Counters of an office.")
@click.option("--seed", type=int, default=1, help="The same seed gives the same days.")
@click.option(
    "--assumptions",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=ASSUMED,
    show_default="nouba/simulating/assumed.toml",
    help="Service times and shares; docs/simulation.md.",
)
@click.option(
    "--picture",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    default=Path("simulation.svg"),
    callback=_svg,
    help="Where the picture is written: an SVG.",
)
def command(  # noqa: PLR0913, PLR0917  # the options of a command line, given by name
    settings: Path | None,
    visitors: float,
    days: int,
    advice_days: int,
    halls: int,
    aim: float,
    most: int,
    seed: int,
    assumptions: Path,
    picture: Path,
) -> None:
    """Simulate days of the hall: waits, and how many counters it takes.

    The hall's services, counters and rules are led through days drawn by chance. Writes a
    picture, and tells the counters that each office needs in each hour for the aim. What is
    assumed, and what it does not know: docs/simulation.md.
    """
    known = settings_in(settings)
    pack = pack_of(known)
    assumed, unlisted = checked(assumptions, lambda path: read_assumptions(path, pack, visitors))
    if unlisted:
        click.echo(f"Not listed, so taken as other: {', '.join(unlisted)}.")
    calendar = Calendar(datetime(2026, 1, 5, tzinfo=UTC).date(), days, *_hours(pack))
    shape = spread_over(assumed.half_hours, calendar.half_hours)
    assumed = replace(assumed, half_hours=shape)
    morning = partial(always_open, pack, rules_of(known, pack))
    simulators = [Simulator(morning, assumed, calendar, seed + n) for n in range(halls)]
    came = together([day for simulator in simulators for day in simulator.days()])
    _tell(pack, came)
    half_hours = by_half_hour(came.visits, calendar.opening_of, calendar.half_hours)
    sample = replace(simulators[0], calendar=replace(calendar, days=advice_days))
    counters = _advise(pack, sample, aim, most)
    title = f"{pack.hall.name.text('en')}: {visitors:.0f} visitors a day"
    opens_at = next(calendar.openings())
    drawn = chart(title, opens_at, days * halls, half_hours, counters)
    _write(picture, drawn)


def _write(picture: Path, drawn: str) -> None:
    try:
        picture.write_text(drawn, encoding="utf-8")
    except OSError as error:  # such as a disk that is full by now
        raise click.ClickException(f"The picture cannot be written: {error.strerror}.") from None
    click.echo(f"The picture is {picture}.")


def _hours(pack: Pack) -> tuple[time, time]:
    return pack.hall.hours[0].start, pack.hall.hours[-1].end


def _tell(pack: Pack, came: Turnout) -> None:
    """Tell who waited how long; those without a ticket only where there are any."""
    table = Table("Service", "Tickets", "Mean wait", "90th percentile", "Called in time")
    if came.turned_away:
        table.add_column("No ticket")
    for name, part in _parts(pack, came):
        if part.visits or part.turned_away:
            table.add_row(name, *_cells(part)[: len(table.columns) - 1])
    Console().print(table)
    if came.turned_away:
        click.echo(f"{len(came.turned_away):,} got no ticket: they are in no other figure.")


def _parts(pack: Pack, came: Turnout) -> Iterator[tuple[str, Turnout]]:
    """Give those of each service, of each class where any is declared, and all."""
    for service in pack.services:
        yield service.name.text("en"), came.of_service(ServiceId(service.id))
    if came != came.of_class("normal"):
        yield from ((f"Class: {each}", came.of_class(each)) for each in PRIORITIES)
    yield "All", came


def _cells(came: Turnout) -> tuple[str, ...]:
    no_ticket = f"{len(came.turned_away):,}"
    if not came.visits:
        return "0", "–", "–", "–", no_ticket
    waits = waits_of(came.visits)
    times = f"{waits.mean:.1f} min", f"{waits.p90:.0f} min"
    return f"{waits.visits:,}", *times, f"{waits.level:.0%}", no_ticket


def _advise(pack: Pack, simulator: Simulator, aim: float, most: int) -> list[int]:
    """Tell the counters of each pool; return those of all together, in each hour."""
    found = [(pool, simulator.advice(pool, aim, most)) for pool in pools(simulator.morning())]
    Console().print(_advice_table(pack, simulator.calendar, found, aim))
    return [sum(each) for each in zip(*(advice.counters for _, advice in found), strict=True)]


def _advice_table(
    pack: Pack, calendar: Calendar, found: list[tuple[Pool, Advice]], aim: float
) -> Table:
    told = f"Counters to open, so that {aim:.0%} are called in time: from {calendar.days} days"
    told += ": chance has a part in it" if calendar.is_short else " or more"
    opens = next(calendar.openings())
    hours = [f"{opens.replace(hour=opens.hour + n):%H:%M}" for n in range(calendar.hours)]
    office = Column("Counters", overflow="fold")
    table = Table(office, "has", *hours, title=told, collapse_padding=True, pad_edge=False)
    for pool, advice in found:
        offices = {pack.service(each).office for each in pool.services}
        name = ", ".join(pack.office(each).name.text("en") for each in sorted(offices))
        cells = [str(n) for n in advice.counters]
        table.add_row(
            name, str(len(pool.counters)), *cells, style=None if advice.is_enough else "red"
        )
    return table
