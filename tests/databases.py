"""The database that a test's hall is kept in: SQLite, or PostgreSQL where the run asks for it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.postgres import drop_database, new_database

KINDS = ("sqlite", "postgres")


def database_in(folder: Path) -> str:
    """Return the URL of an empty database of the kind that NOUBA_TEST_DATABASE names."""
    kind = os.environ.get("NOUBA_TEST_DATABASE") or "sqlite"
    if kind not in KINDS:
        raise RuntimeError(f"NOUBA_TEST_DATABASE is {kind}, and none of {', '.join(KINDS)}")
    return new_database() if kind == "postgres" else f"sqlite:///{folder}/hall.db"


@contextmanager
def a_database(folder: Path) -> Iterator[str]:
    """Give the URL of such a database, and remove it in the end where it is not in the folder."""
    url = database_in(folder)
    try:
        yield url
    finally:
        if not url.startswith("sqlite"):
            drop_database(url)
