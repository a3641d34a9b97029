"""What a simulation tells in the terminal: the waits, the evening, the counters to open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import click
from rich.console import Console
from rich.table import Column, Table

from controller.hall.ids import ServiceId
from controller.simulation import Advice, Turnout
from media.pack import Pack
from nouba.simulating.figures import Evening, waits_of
from nouba.simulating.legends import hours_and_minutes, share
from nouba.simulating.pools import Pool
from nouba.simulating.year import Calendar
from wire.messages import PRIORITIES


@dataclass(frozen=True, slots=True)
class Found:
    """What was asked of the advice, and what it is for each pool."""

    aim: float
    most: int
    advised: Sequence[tuple[Pool, Advice]]

    @property
    def counters(self) -> list[int]:
        """The counters of all pools together, in each hour."""
        return [sum(each) for each in zip(*(a.counters for _, a in self.advised), strict=True)]

    @property
    def short(self) -> list[int]:
        """The hours, counted from opening, in which some pool misses the aim."""
        return sorted({hour for _, advice in self.advised for hour in advice.short(self.aim)})


def tell_waits(pack: Pack, came: Turnout) -> None:
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


def tell_evening(evening: Evening, calendar: Calendar, visits: int, days: int) -> None:
    """Tell how many were called after closing, and when the last one left."""
    closes = f"{calendar.closes:%H:%M}"
    if evening.never:
        click.echo(f"{evening.never:,} were never called: no open counter gave their service.")
    if not evening.called:
        click.echo(f"At closing ({closes}) nobody waited any more.")
        return
    mean, longest = (
        hours_and_minutes(each.total_seconds()) for each in (evening.mean, evening.longest)
    )
    click.echo(
        f"Called after closing ({closes}): {evening.called:,} of {visits:,} tickets, on "
        f"{evening.days:,} of {days:,} days. The last visitor left {mean} after closing on a "
        f"mean day, {longest} on the longest."
    )


def tell_advice(pack: Pack, calendar: Calendar, found: Found) -> None:
    """Tell the counters of each pool, and in words where they are not enough."""
    Console().print(_advice_table(pack, calendar, found))
    for pool, advice in found.advised:
        if advice.is_enough:
            continue
        missed = ", ".join(
            f"{share(round(advice.levels[hour], 2))} at {_hours(calendar)[hour]}"
            for hour in advice.short(found.aim)
        )
        click.echo(
            f"Not enough: with --most {found.most}, {_name(pack, pool)} does not reach "
            f"{share(found.aim)}: {missed}."
        )


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


def _advice_table(pack: Pack, calendar: Calendar, found: Found) -> Table:
    reached = all(advice.is_enough for _, advice in found.advised)
    told = f"Counters to open, so that {share(found.aim)} are called in time"
    if not reached:
        told = f"Counters to open; {share(found.aim)} in time is not reached where it says NO"
    told += f": from {calendar.days} days"
    told += ": chance has a part in it" if calendar.is_short else " or more"
    office = Column("Counters", overflow="fold")
    columns: list[Column | str] = [office, "has", *_hours(calendar), "aim"]
    table = Table(*columns, title=told, collapse_padding=True, pad_edge=False)
    for pool, advice in found.advised:
        cells = [str(n) for n in advice.counters]
        has, enough = str(len(pool.counters)), "yes" if advice.is_enough else "NO"
        style = None if advice.is_enough else "red"
        table.add_row(_name(pack, pool), has, *cells, enough, style=style)
    return table


def _hours(calendar: Calendar) -> list[str]:
    opens = next(calendar.openings())
    return [f"{opens.replace(hour=opens.hour + n):%H:%M}" for n in range(calendar.hours)]


def _name(pack: Pack, pool: Pool) -> str:
    offices = {pack.service(each).office for each in pool.services}
    return ", ".join(pack.office(each).name.text("en") for each in sorted(offices))
