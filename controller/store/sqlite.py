"""Connections to SQLite that lose nothing: not to a power cut, not to a file that is taken away."""

import sqlite3
from pathlib import Path
from typing import Any

from controller.store.disk import Disk

BUSY = 1.0
"""Seconds to wait for somebody else's write to SQLite to end. Nothing else is served
meanwhile, and screens take four seconds of silence for a controller that is gone."""

File = tuple[int, int]
"""What tells a file from another one of its name: device and inode."""


def connections(disk: Disk) -> type[sqlite3.Connection]:
    """Return the class of connections to this disk, for `sqlite3.connect`'s `factory`."""

    class Connection(sqlite3.Connection):
        def __init__(self, path: str, *rest: Any, **options: Any) -> None:
            super().__init__(path, *rest, **options)
            self._path = path
            _be_safe(self)
            self._file = _file_at(path)

        def commit(self) -> None:
            # What is written into a file without a name is gone at the next start.
            if _file_at(self._path) != self._file:
                raise sqlite3.OperationalError("its file was removed or replaced")
            disk.wait_for(super().commit)

    return Connection


def _be_safe(connection: sqlite3.Connection) -> None:
    # FULL: a power cut loses no commit (sqlite.org/pragma.html#pragma_synchronous).
    for pragma in (f"busy_timeout={BUSY * 1000:.0f}", "journal_mode=WAL", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}").close()


def _file_at(path: str) -> File | None:
    """Return the file of this name; nothing when there is none, as in memory."""
    try:
        file = Path(path).stat()
    except OSError:
        return None
    return file.st_dev, file.st_ino
