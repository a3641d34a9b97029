"""The database that a test's hall is kept in: SQLite, or PostgreSQL where the run asks for it."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from controller.store.engine import open_engine
from tests.postgres import copied_database, drop_database, new_database

KINDS = ("sqlite", "postgres")


def database_in(folder: Path, kind: str = "") -> str:
    """Return the URL of an empty database: of this kind, or that of NOUBA_TEST_DATABASE."""
    return new_database() if (kind or _kind()) == "postgres" else f"sqlite:///{folder}/hall.db"


def ready_database_in(folder: Path, kind: str = "") -> str:
    """Return the URL of a database that has its tables, and nothing in them.

    It is a copy of one that was brought up to date once: each migration has its own commit,
    which is most of what a small test would wait for.
    """
    if (kind or _kind()) == "postgres":
        return copied_database(_ready_postgres())
    shutil.copy(_ready_file(), folder / "hall.db")
    return f"sqlite:///{folder}/hall.db"


def _kind() -> str:
    kind = os.environ.get("NOUBA_TEST_DATABASE") or "sqlite"
    if kind not in KINDS:
        raise RuntimeError(f"NOUBA_TEST_DATABASE is {kind}, and none of {', '.join(KINDS)}")
    return kind


@cache
def _ready_file() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="nouba-ready-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    open_engine(f"sqlite:///{folder}/hall.db").dispose()
    return folder / "hall.db"


@cache
def _ready_postgres() -> str:
    url = new_database()
    open_engine(url).dispose()
    return url


@contextmanager
def a_database(folder: Path, make: Callable[[Path], str] = database_in) -> Iterator[str]:
    """Give the URL of such a database, and remove it in the end where it is not in the folder."""
    url = make(folder)
    try:
        yield url
    finally:
        if not url.startswith("sqlite"):
            drop_database(url)
