"""The kiosk's own spool: each sheet's state on disk, written before it is acted on.

So a kiosk that is ended in the middle of a ticket, by whatever, knows afterwards which one it
was, and does not print it a second time as if it were the first.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Self

import structlog

from kiosk.job import Job, JobState
from media.kept_table import opened_table
from wire.codec import BadMessage, decode, encode
from wire.messages import TicketSlip

KEPT = 500
"""So many of the latest sheets are kept, for whoever looks for a lost ticket."""

_TABLE = """
CREATE TABLE IF NOT EXISTS sheets (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ticket TEXT NOT NULL,
    is_copy INTEGER NOT NULL,
    state TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    process TEXT NOT NULL,
    queued_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    slip TEXT NOT NULL
)"""

_OPEN = (JobState.QUEUED, JobState.SENDING, JobState.HELD)


class SpoolError(Exception):
    """The disk does not take or give what is kept there."""


class Spool:
    """A file of SQLite. Its calls may come from any thread; each is on disk when it returns."""

    def __init__(self, path: Path, kept: int = KEPT) -> None:
        """Open or make the file; one that is broken is put aside. Raises `SpoolError`."""
        self._kept = kept
        self._lock = Lock()
        with _told():
            self._base = opened_table(path, _TABLE, "sheets")

    @classmethod
    def in_memory(cls) -> Self:
        """Return one that forgets everything when the kiosk ends: for a disk that is broken."""
        return cls(Path(":memory:"))

    def add(self, slip: TicketSlip, now: datetime, *, is_copy: bool) -> Job:
        """Queue a sheet, and return it with its place. Raises `SpoolError`."""
        job = Job(0, slip, is_copy, now, now)
        row = (*_changing(job), now.isoformat(), slip.ticket, is_copy, json.dumps(encode(slip)))
        with self._writing() as base:
            made = base.execute(
                "INSERT INTO sheets (state, attempt, process, changed_at, queued_at, ticket,"
                " is_copy, slip) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            )
            place = int(made.lastrowid or 0)
            base.execute("DELETE FROM sheets WHERE id <= ?", (place - self._kept,))
        return replace(job, id=place)

    def keep(self, job: Job) -> None:
        """Write down the sheet's state. Raises `SpoolError`."""
        with self._writing() as base:
            base.execute(
                "UPDATE sheets SET state = ?, attempt = ?, process = ?, changed_at = ?"
                " WHERE id = ?",
                (*_changing(job), job.id),
            )

    def unfinished(self) -> tuple[Job, ...]:
        """Return the sheets of which the end is not known, in their order. Raises `SpoolError`."""
        marks = ", ".join("?" * len(_OPEN))
        with _told(), self._lock:
            rows = self._base.execute(
                "SELECT id, slip, is_copy, queued_at, changed_at, state, attempt, process"  # noqa: S608 - the marks are our own
                f" FROM sheets WHERE state IN ({marks}) ORDER BY id",
                _OPEN,
            ).fetchall()
        jobs = (_job(*row) for row in rows)
        return tuple(job for job in jobs if job is not None)

    def states(self) -> tuple[tuple[str, bool, JobState], ...]:
        """Return ticket, whether it is a copy, and state of each sheet. Raises `SpoolError`."""
        with _told(), self._lock:
            rows = self._base.execute("SELECT ticket, is_copy, state FROM sheets ORDER BY id")
            return tuple((ticket, bool(copy), JobState(state)) for ticket, copy, state in rows)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._base.close()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with _told(), self._lock, self._base:
            yield self._base


def _changing(job: Job) -> tuple[str, int, str, str]:
    return job.state.value, job.attempt, job.process, job.changed_at.isoformat()


def _job(
    place: int, slip: str, is_copy: int, queued_at: str, changed_at: str, *rest: str
) -> Job | None:
    """Return the sheet of a row; nothing for one that another version of the kiosk wrote."""
    state, attempt, process = rest
    times = datetime.fromisoformat(queued_at), datetime.fromisoformat(changed_at)
    try:
        ticket = decode(TicketSlip, json.loads(slip))
    except BadMessage as error:
        structlog.get_logger().error("sheet_not_understood", sheet=place, problem=str(error))
        return None
    return Job(place, ticket, bool(is_copy), *times, JobState(state), int(attempt), process)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise SpoolError(str(error)) from error
