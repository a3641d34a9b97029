"""Is a hall as quick beside ten million past visits as on its first day?

    python -m bench.past 0 100000 1000000 10000000
    setup/servers.sh python -m bench.past --postgres 0 100000 1000000

Beside each number of past visits: what a command costs in process; tickets and commands a
second, how long each took, and how long it kept the processor busy, through a real controller;
and how long its start takes. All are measured in turn, so that a noisy minute hits all alike,
and told beside the first past. On a machine that does other things, only processor times tell.
Filling ten million takes about ten minutes and 20 GB. A filled SQLite file is kept in
var/bench-past for the rest of the day, and used again.
"""

import os
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from types import MappingProxyType

import click
from sqlalchemy import Engine, delete

from bench.commands import timed
from bench.figure import Figure, p50, p99, tell, write
from bench.hall_process import HallProcess, a_hall
from bench.history import Past, remember, remember_in_postgres
from bench.in_process import OPENING, ZONE, a_reception
from bench.resident import processor_seconds
from bench.restart import controller_on, start_of
from bench.throughput import KIOSKS, asked
from controller.store.engine import open_engine
from controller.store.tables import devices, journal, people, sessions, visits
from tests.postgres import new_database

KEPT = Path("var/bench-past")
AGENTS = 8
COMMAND_ROUNDS = 50
"""Visits of four commands each, in every round."""

Row = dict[str, list[float]]
"""What was measured beside one past, a value for each round."""

UNITS = MappingProxyType(
    {
        "a command in process: p50": "ms",
        "a command in process: p99": "ms",
        "tickets": "/s",
        "a ticket: p50": "ms",
        "a ticket: p99": "ms",
        "a ticket: the controller's processor time": "ms",
        "commands": "/s",
        "a command: p50": "ms",
        "a command: p99": "ms",
        "a command: the controller's processor time": "ms",
        "a start until /health answers": "s",
    }
)


@dataclass(frozen=True, slots=True)
class Filled:
    """A database with a past."""

    visits: int
    facts: int
    url: str


def filled(sizes: tuple[int, ...], eve: date, *, in_postgres: bool) -> Iterator[Filled]:
    """Give a database for each number of visits, filled now or earlier today."""
    for size in sizes:
        past = Past(size, eve)
        if in_postgres:
            url = new_database()
            facts = remember_in_postgres(url, past)
        else:
            url = f"sqlite:///{kept(past)}"
            facts = remember_facts(url)
        click.echo(f"{size:,} past visits: {facts:,} facts", err=True)
        yield Filled(size, facts, url)


def kept(past: Past) -> Path:
    """Return the file with this past; fill it unless it is there."""
    KEPT.mkdir(parents=True, exist_ok=True)
    for stale in KEPT.glob("*.db*"):
        if str(past.eve) not in stale.name:
            stale.unlink()
    file = (KEPT / f"{past.visits}-{past.eve}.db").resolve()
    if not file.exists():
        draft = file.with_suffix(".draft")
        for left in (draft, Path(f"{draft}-wal"), Path(f"{draft}-shm")):
            left.unlink(missing_ok=True)
        remember(draft, past)
        draft.rename(file)
    return file


def remember_facts(url: str) -> int:
    """Return how many facts the database has: the places are numbered from 1 on."""
    engine = open_engine(url)
    with engine.connect() as connection:
        last = journal.c.place
        row = connection.execute(journal.select().order_by(last.desc()).limit(1)).first()
    engine.dispose()
    return 0 if row is None else row.place


def as_on_the_eve(engine: Engine, eve: date) -> None:
    """Take away what was measured last: the day after the eve, and its people and devices."""
    with engine.begin() as connection:
        for table in (journal, visits):
            # By its key's beginning, else years would be looked through.
            connection.execute(delete(table).where(table.c.hall == "hall", table.c.day > eve))
        for table in (people, devices, sessions):
            connection.execute(delete(table))


def measure(databases: list[Filled], eve: date, rounds: int, seconds: float) -> dict[int, Row]:
    """Return what was measured beside each past, each round through all of them."""
    rows: dict[int, Row] = {each.visits: defaultdict(list) for each in databases}
    for number in range(rounds):
        # There and back again: whoever is first in a round is last in the next.
        for each in databases if number % 2 == 0 else reversed(databases):
            for what, value in one_round(each, eve, seconds):
                rows[each.visits][what].append(value)
    return rows


def one_round(past: Filled, eve: date, seconds: float) -> Iterator[tuple[str, float]]:
    """Give what is measured once beside a past."""
    engine = open_engine(past.url)
    as_on_the_eve(engine, eve)
    yield from in_process(engine, eve)
    as_on_the_eve(engine, eve)
    engine.dispose()
    with tempfile.TemporaryDirectory(prefix="nouba-past-") as folder:
        hall_folder = Path(folder) / "hall"
        with a_hall(hall_folder, AGENTS, past.url) as hall:
            yield from through_a_controller(hall, seconds)
        starting = controller_on(hall_folder, past.url, hall_folder / "pack")
        yield "a start until /health answers", start_of(starting)


def in_process(engine: Engine, eve: date) -> Iterator[tuple[str, float]]:
    """Give what a command costs without sockets."""
    noon = datetime.combine(eve + timedelta(days=1), datetime.min.time(), UTC).replace(hour=12)
    reception = a_reception(engine, lambda: noon)
    reception.execute(OPENING)
    cost = [took for _ in range(COMMAND_ROUNDS) for took in timed(reception)]
    yield "a command in process: p50", p50(cost) * 1000
    yield "a command in process: p99", p99(cost) * 1000


def through_a_controller(hall: HallProcess, seconds: float) -> Iterator[tuple[str, float]]:
    """Give what agents, then kiosks, see of a real controller."""
    loads = (
        ("commands", "a command", hall.agents),
        ("tickets", "a ticket", (hall.kiosk,) * KIOSKS),
    )
    for name, one, tokens in loads:
        before = processor_seconds(hall.pids[0])
        answers = asked(hall, name, tokens, seconds)
        busy = processor_seconds(hall.pids[0]) - before
        yield name, answers.per_second
        yield f"{one}: p50", p50(list(answers.took)) * 1000
        yield f"{one}: p99", p99(list(answers.took)) * 1000
        yield f"{one}: the controller's processor time", busy / len(answers.took) * 1000


def figures(databases: list[Filled], rows: dict[int, Row]) -> Iterator[Figure]:
    """Give the median of each measurement, beside that of the first past."""
    for what, unit in UNITS.items():
        first: Figure | None = None
        for past in databases:
            name = f"{what}, {past.visits:,} past visits"
            figure = Figure(name, median(rows[past.visits][what]), unit)
            yield figure if first is None else figure.beside(first)
            first = first or figure


def yesterday(now: Callable[[], datetime]) -> date:
    """Return the day before the hall's."""
    return now().astimezone(ZONE).date() - timedelta(days=1)


@click.command(help=__doc__.replace("\n\n    ", "\n\n\b\n    "))
@click.argument("sizes", metavar="VISITS...", type=int, nargs=-1, required=True)
@click.option("--postgres", is_flag=True, help="On the server of NOUBA_TEST_POSTGRES.")
@click.option("--rounds", default=5, show_default=True)
@click.option("--seconds", default=5.0, show_default=True, help="Of each load, in each round.")
def main(sizes: tuple[int, ...], *, postgres: bool, rounds: int, seconds: float) -> None:
    """Fill, measure, print, and write var/bench-past.json."""
    if postgres and "NOUBA_TEST_POSTGRES" not in os.environ:
        raise click.ClickException("run it by setup/servers.sh, which starts a PostgreSQL")
    eve = yesterday(lambda: datetime.now(UTC))
    databases = list(filled(sizes, eve, in_postgres=postgres))
    told = list(figures(databases, measure(databases, eve, rounds, seconds)))
    tell(told)
    name = "bench-past-postgres.json" if postgres else "bench-past.json"
    write(told, Path("var") / name)


if __name__ == "__main__":
    main()
