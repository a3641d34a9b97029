"""Proof of play on the screen's disk until the controller has it: so many rows and no more."""

import json
import sqlite3
from pathlib import Path

from media.kept_table import opened_table
from wire.codec import decode, encode
from wire.messages import MOST_ROWS, PlayedItem

KEPT = 50_000
"""Rows: more than two weeks of an item every ten seconds, eight hours a day."""

_TABLE = (
    "CREATE TABLE IF NOT EXISTS turns (id INTEGER PRIMARY KEY AUTOINCREMENT, row TEXT NOT NULL)"
)


class PlayLog:
    """A file of SQLite. All that it does may raise `OSError` or `sqlite3.Error`."""

    def __init__(self, path: Path, kept: int = KEPT) -> None:
        """Open or make the file; one that is broken is put aside."""
        self._kept = kept
        self._base = opened_table(path, _TABLE, "turns")

    def add(self, row: PlayedItem) -> None:
        """Keep a row; the oldest one is lost when there are too many."""
        with self._base as base:
            made = base.execute("INSERT INTO turns (row) VALUES (?)", (json.dumps(encode(row)),))
            base.execute("DELETE FROM turns WHERE id <= ?", ((made.lastrowid or 0) - self._kept,))

    def batch(self) -> tuple[int, tuple[PlayedItem, ...]]:
        """Return the oldest rows, as many as one message takes, and up to which place they are."""
        found = self._base.execute(
            "SELECT id, row FROM turns ORDER BY id LIMIT ?", (MOST_ROWS,)
        ).fetchall()
        rows = tuple(decode(PlayedItem, json.loads(row)) for _, row in found)
        return (found[-1][0] if found else 0), rows

    def forget(self, place: int) -> None:
        """Take away the rows up to that place: the controller has them."""
        with self._base as base:
            base.execute("DELETE FROM turns WHERE id <= ?", (place,))

    @property
    def count(self) -> int:
        """How many rows wait for the controller."""
        found: int = self._base.execute("SELECT count(*) FROM turns").fetchone()[0]
        return found

    def close(self) -> None:
        """Close the file."""
        self._base.close()


def waiting(path: Path) -> int:
    """Return how many rows wait in that file, from outside; none where there is no such file."""
    if not path.exists():
        return 0
    base = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        found: int = base.execute("SELECT count(*) FROM turns").fetchone()[0]
    finally:
        base.close()
    return found
