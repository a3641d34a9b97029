"""One demonstration in a folder at a time."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class ClaimedError(OSError):
    """Another demonstration runs in the folder; the text says what to do."""


@contextmanager
def claimed(folder: Path) -> Iterator[None]:
    """Keep a folder for this process until the block ends; make it if it is not there.

    The folder itself is locked, with flock(2): whoever is killed leaves no lock behind, and
    no file. Raises `ClaimedError`, and has then changed nothing.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock = os.open(folder, os.O_RDONLY)
    try:
        _lock(lock, folder)
        yield
    finally:
        os.close(lock)


def _lock(lock: int, folder: Path) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise ClaimedError(
            f"A hall runs in {folder} already. End it with Ctrl-C where it was started, "
            "or name another folder with --folder."
        ) from None
