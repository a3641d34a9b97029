"""A table in a file of SQLite that one program keeps for itself, and that outlives a power cut."""

import sqlite3
from pathlib import Path

import structlog


def opened_table(path: Path, table: str, name: str) -> sqlite3.Connection:
    """Open or make the file, with the table that the statement makes; usable from any thread.

    Each commit is on disk when it returns. A file that is broken is put aside and told. Raises
    `OSError` or `sqlite3.Error` where the disk does not take or give it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return _connected(path, table, name)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise  # no disk, no right: another file would fare no better
        aside = path.with_name(f"{path.name}.broken")
        structlog.get_logger().exception("kept_table_broken", table=name, put_aside=str(aside))
        path.replace(aside)
        return _connected(path, table, name)


def _connected(path: Path, table: str, name: str) -> sqlite3.Connection:
    base = sqlite3.connect(path, check_same_thread=False, isolation_level="IMMEDIATE")
    try:
        base.execute("PRAGMA synchronous = EXTRA")  # on disk, the folder's entry too
        base.execute(table)
        base.execute(f"SELECT count(*) FROM {name}")  # noqa: S608 - the name is our own
        base.commit()
    except sqlite3.Error:
        base.close()
        raise
    return base
