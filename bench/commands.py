"""What a command costs when years of visits lie behind it, and how long a restart takes."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import Engine, insert

from bench.figure import Figure, p50
from controller.hall.commands import (
    CallNext,
    Command,
    FinishService,
    IssueTicket,
    OpenCounter,
    StartService,
)
from controller.hall.ids import AgentName, CounterId, ServiceId
from controller.program import empty_hall
from controller.reception import Reception
from controller.settings import DEMONSTRATION_PACK
from controller.store.engine import open_engine
from controller.store.journal import SqlJournal
from controller.store.tables import visits
from media.pack import load_pack

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
SERVICE, ONE, AGENT = ServiceId("birth_copy"), CounterId(1), AgentName("amina")
ROUNDS = 300
BATCH = 50_000


def cost_per_command(folder: Path, histories: tuple[int, ...]) -> list[Figure]:
    """Return the median milliseconds of a command beside each number of past visits."""
    with a_history(folder, histories) as halls:
        # Round robin, so that a noisy minute hits every history alike.
        costs: dict[int, list[float]] = {history: [] for history in halls}
        for _ in range(ROUNDS):
            for history, reception in halls.items():
                costs[history] += list(timed(reception))
    first, *others = (
        Figure(f"a command, {n:,} past visits", p50(cost) * 1000, "ms") for n, cost in costs.items()
    )
    return [first, *(other.beside(first) for other in others)]


def timed(reception: Reception) -> Iterator[float]:
    """Run one visit's commands and give how many seconds each took."""
    commands: tuple[Command, ...] = (
        IssueTicket(SERVICE),
        CallNext(AGENT),
        StartService(AGENT),
        FinishService(AGENT),
    )
    for command in commands:
        start = time.perf_counter()
        reception.execute(command)
        yield time.perf_counter() - start


@contextmanager
def a_history(folder: Path, histories: tuple[int, ...]) -> Iterator[dict[int, Reception]]:
    """Give an open hall for each number of past visits."""
    engines = {n: open_engine(f"sqlite:///{folder}/history-{n}.db") for n in histories}
    for past, engine in engines.items():
        remember(engine, past)
    halls = {past: a_reception(engine) for past, engine in engines.items()}
    for reception in halls.values():
        reception.execute(OpenCounter(ONE, AGENT))
    yield halls
    for engine in engines.values():
        engine.dispose()


def a_reception(engine: Engine) -> Reception:
    """Return a reception of the demonstration's hall, at a noon that lasts."""
    hall = partial(empty_hall, load_pack(DEMONSTRATION_PACK))
    zone = ZoneInfo("Africa/Casablanca")
    return Reception(SqlJournal(engine, "hall"), hall, lambda: NOON, zone)


def remember(engine: Engine, count: int) -> None:
    """Fill the history with finished visits, 500 a day."""
    rows = (past_visit(number) for number in range(count))
    while batch := list(islice(rows, BATCH)):
        with engine.begin() as connection:
            connection.execute(insert(visits), batch)


def past_visit(number: int) -> dict[str, object]:
    """Return the row of a finished visit."""
    day = date(2026, 3, 1) - timedelta(days=number // 500)
    at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    times = ("issued_at", "due_at", "called_at", "started_at", "ended_at")
    place = {"hall": "hall", "day": day, "ticket": f"A{number % 500:03}", "service": SERVICE}
    who = {"language": "ar", "counter": 1, "agent": "amina", "outcome": "finished"}
    return place | who | dict.fromkeys(times, at)


def restart(folder: Path, tickets: int) -> Figure:
    """Return how long a reception takes to learn a day with so many finished tickets anew."""
    engine = open_engine(f"sqlite:///{folder}/restart.db")
    reception = a_reception(engine)
    reception.execute(OpenCounter(ONE, AGENT))
    for _ in range(tickets):
        list(timed(reception))
    start = time.perf_counter()
    a_reception(engine)
    return Figure(f"restart of a day with {tickets:,} tickets", time.perf_counter() - start, "s")
