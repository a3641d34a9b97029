"""How the tests ask for a proof."""

from collections.abc import Callable

from click.testing import CliRunner, Result
from sqlalchemy import Engine, delete

from controller.store import visits as visits_kept
from controller.store.journal import SqlJournal
from controller.store.tables import given, visits
from nouba.__main__ import main
from tests.nouba.tampering.ways import DAY

Audit = Callable[..., Result]


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def rebuild_the_visits(engine: Engine) -> None:
    """Make the visits of the day what the facts say that are left of it."""
    entries = SqlJournal(engine, "hall").read(DAY, 0)
    with engine.begin() as connection:
        for table in (visits, given):
            connection.execute(delete(table).where(table.c.day == DAY))
        for entry in entries:
            visits_kept.record(connection, "hall", DAY, entry.fact.event)
