"""A database that has seen years: each past day with its journal and its visits.

The hall itself lives the first day; each later one is a copy of it with its own dates. The
copies' seals are as long as real ones, and prove nothing.
"""

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from pathlib import Path

from sqlalchemy import func, select, text

from bench.in_process import AGENT, a_reception, live
from controller.hall.commands import LeaveCounter
from controller.store.engine import open_engine
from controller.store.tables import journal

EVE = date(2026, 3, 1)
"""The last of the past days, unless told."""

OPENS, PACE = time(9, tzinfo=UTC), timedelta(seconds=8)

FILLING = ("journal_mode=OFF", "synchronous=OFF", "temp_store=MEMORY", "cache_size=-65536")
"""Nothing is lost if the filling breaks off: the measurement begins anew."""

COPIES = (
    """INSERT INTO journal (hall, day, seq, kind, event, request, place, seal)
    SELECT hall, :day, seq, kind, replace(event, :first, :day), lower(hex(randomblob(16))),
        place + :shift, lower(hex(randomblob(32)))
    FROM journal WHERE hall = 'hall' AND day = :first""",
    """INSERT INTO visits (hall, day, ticket, service, language, counter, agent,
        issued_at, due_at, called_at, started_at, ended_at, outcome, priority, quantity)
    SELECT hall, :day, ticket, service, language, counter, agent,
        replace(issued_at, :first, :day), replace(due_at, :first, :day),
        replace(called_at, :first, :day), replace(started_at, :first, :day),
        replace(ended_at, :first, :day), outcome, priority, quantity
    FROM visits WHERE hall = 'hall' AND day = :first""",
)

POSTGRES_COPIES = (
    """INSERT INTO journal (hall, day, seq, kind, event, request, place, seal)
    SELECT hall, day + n, seq, kind, replace(event::text, :first, (day + n)::text)::json,
        md5(random()::text), place + n * :facts, md5(random()::text) || md5(random()::text)
    FROM generate_series(CAST(:since AS int), CAST(:until AS int)) AS n, journal
    WHERE hall = 'hall' AND day = CAST(:first AS date) ORDER BY n, seq""",
    """INSERT INTO visits (hall, day, ticket, service, language, counter, agent,
        issued_at, due_at, called_at, started_at, ended_at, outcome, priority, quantity)
    SELECT hall, day + n, ticket, service, language, counter, agent,
        issued_at + n * interval '1 day', due_at + n * interval '1 day',
        called_at + n * interval '1 day', started_at + n * interval '1 day',
        ended_at + n * interval '1 day', outcome, priority, quantity
    FROM generate_series(CAST(:since AS int), CAST(:until AS int)) AS n, visits
    WHERE hall = 'hall' AND day = CAST(:first AS date) ORDER BY n, ticket""",
)
DAYS_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Past:
    """So many visits in so many days, up to the eve of the day that is measured."""

    visits: int
    eve: date = EVE
    a_day: int = 500

    @property
    def days(self) -> list[date]:
        """The days, in order; raises `ValueError` when the visits make no whole days."""
        if self.visits % self.a_day:
            raise ValueError(f"{self.visits} visits are no whole days of {self.a_day}")
        return [
            self.eve - timedelta(days=ago) for ago in reversed(range(self.visits // self.a_day))
        ]


def remember(database: Path, past: Past) -> int:
    """Fill a new SQLite file with the past; return how many facts its journal has."""
    days = past.days
    if not days:
        open_engine(f"sqlite:///{database}").dispose()
        return 0
    a_day = live_through(f"sqlite:///{database}", days[0], past.a_day)
    with closing(sqlite3.connect(database)) as connection:
        for pragma in FILLING:
            connection.execute(f"PRAGMA {pragma}")
        first, *others = map(str, days)
        rows = [
            {"first": first, "day": day, "shift": number * a_day}
            for number, day in enumerate(others, 1)
        ]
        with connection:
            for copy in COPIES:
                connection.executemany(copy, rows)
    wait_for_disk(database)
    return a_day * len(days)


def remember_in_postgres(url: str, past: Past) -> int:
    """Fill a new PostgreSQL database with the past; return how many facts its journal has."""
    days = past.days
    if not days:
        open_engine(url).dispose()
        return 0
    a_day = live_through(url, days[0], past.a_day)
    engine = open_engine(url)
    for since in range(1, len(days), DAYS_AT_ONCE):
        until = min(since + DAYS_AT_ONCE, len(days)) - 1
        span = {"first": str(days[0]), "facts": a_day, "since": since, "until": until}
        with engine.begin() as connection:
            connection.execute(text("SET LOCAL synchronous_commit = off"))
            for copy in POSTGRES_COPIES:
                connection.execute(text(copy), span)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        # As the nights of years would have left it.
        connection.execute(text("VACUUM ANALYZE"))
        connection.execute(text("CHECKPOINT"))
    engine.dispose()
    return a_day * len(days)


def live_through(url: str, day: date, visits: int) -> int:
    """Let the hall have so many visits on that day; return how many facts they are."""
    engine = open_engine(url)
    opening = datetime.combine(day, OPENS)
    moments = (opening + PACE * number for number in count())
    reception = a_reception(engine, moments.__next__)
    live(reception, visits)
    reception.execute(LeaveCounter(AGENT))
    with engine.connect() as connection:
        facts = connection.execute(select(func.count()).select_from(journal)).scalar_one()
    engine.dispose()
    return facts


def wait_for_disk(database: Path) -> None:
    """Return when the disk has it all: else it would be busy with it during the measurement."""
    with database.open("rb+") as file:
        os.fsync(file.fileno())
