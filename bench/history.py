"""A database that has seen years: each past day with its journal and its visits."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from pathlib import Path

from bench.in_process import AGENT, a_reception, live
from controller.hall.commands import LeaveCounter
from controller.store.engine import open_engine

EVE = date(2026, 3, 1)
"""The last of the past days."""

OPENS, PACE = time(9, tzinfo=UTC), timedelta(seconds=8)

FILLING = ("journal_mode=OFF", "synchronous=OFF", "temp_store=MEMORY", "cache_size=-65536")
"""Nothing is lost if the filling breaks off: the measurement begins anew."""

COPIES = (
    """INSERT INTO journal (hall, day, seq, kind, event, request)
    SELECT hall, :day, seq, kind, replace(event, :first, :day), lower(hex(randomblob(16)))
    FROM journal WHERE hall = 'hall' AND day = :first""",
    """INSERT INTO visits (hall, day, ticket, service, language, counter, agent,
        issued_at, due_at, called_at, started_at, ended_at, outcome)
    SELECT hall, :day, ticket, service, language, counter, agent,
        replace(issued_at, :first, :day), replace(due_at, :first, :day),
        replace(called_at, :first, :day), replace(started_at, :first, :day),
        replace(ended_at, :first, :day), outcome
    FROM visits WHERE hall = 'hall' AND day = :first""",
)


def remember(database: Path, visits: int, a_day: int = 500) -> int:
    """Fill a new database with so many past visits; return how many facts its journal has.

    The hall itself lives the first day; each later day, up to `EVE`, is a copy of it with
    its own dates. Raises `ValueError` when the visits make no whole days.
    """
    if visits % a_day:
        raise ValueError(f"{visits} visits are no whole days of {a_day}")
    days = [EVE - timedelta(days=ago) for ago in reversed(range(visits // a_day))]
    for first in days[:1]:
        live_through(database, first, a_day)
    return repeat(database, days)


def live_through(database: Path, day: date, visits: int) -> None:
    """Let the hall have so many visits on that day."""
    engine = open_engine(f"sqlite:///{database}")
    opening = datetime.combine(day, OPENS)
    moments = (opening + PACE * number for number in count())
    reception = a_reception(engine, moments.__next__)
    live(reception, visits)
    reception.execute(LeaveCounter(AGENT))
    engine.dispose()


def repeat(database: Path, days: list[date]) -> int:
    """Copy the first of the days to the others, and return how many facts there are then."""
    if not days:
        return 0
    first, *others = map(str, days)
    with closing(sqlite3.connect(database)) as connection:
        for pragma in FILLING:
            connection.execute(f"PRAGMA {pragma}")
        with connection:
            for copy in COPIES:
                connection.executemany(copy, [{"first": first, "day": day} for day in others])
        facts: int = connection.execute("SELECT count(*) FROM journal").fetchone()[0]
    wait_for_disk(database)
    return facts


def wait_for_disk(database: Path) -> None:
    """Return when the disk has it all: else it would be busy with it during the measurement."""
    with database.open("rb+") as file:
        os.fsync(file.fileno())
