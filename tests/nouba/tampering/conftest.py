"""A day in a database, and the command that proves it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from controller.hall.commands import CallNext, FinishService, IssueTicket, OpenCounter, StartService
from controller.morning import empty_hall
from controller.reception import Reception
from controller.rulebook import Rulebook
from controller.settings import DEMONSTRATION_PACK
from controller.store.engine import open_engine
from controller.store.journal import SqlJournal
from media.pack import load_pack
from tests.databases import ready_database_in
from tests.nouba.tampering.asking import Audit, run
from tests.nouba.tampering.ways import DAY


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return ready_database_in(tmp_path, request.param)


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """A day with one visit, its closing, and the beginning of the next day."""
    engine = open_engine(url)
    pack = load_pack(DEMONSTRATION_PACK)
    at = [datetime(2026, 3, 2, 9, tzinfo=UTC)]
    hall = lambda: empty_hall(pack, Rulebook())  # noqa: E731 - the reception asks for a function
    reception = Reception(SqlJournal(engine, "hall"), hall, lambda: at[0], pack.hall.zone)
    wishes = (IssueTicket("legalisation"), OpenCounter(4, "amina"), CallNext("amina"))
    for number, wish in enumerate((*wishes, StartService("amina"), FinishService("amina"))):
        reception.execute(wish, f"a:amina:{number:08x}")
    at[0] += timedelta(days=1)
    for number in (1, 2):
        reception.execute(IssueTicket("legalisation"), f"k:kiosk:{number:08x}")
    yield engine
    engine.dispose()


@pytest.fixture
def words(tmp_path: Path, url: str, engine: Engine) -> tuple[str, ...]:
    """What is typed to prove the latest day."""
    settings = tmp_path / "controller.toml"
    settings.write_text(f'database = "{url}"\n')
    return "audit", "--settings", str(settings)


@pytest.fixture
def audit(words: tuple[str, ...]) -> Audit:
    return lambda *more: run(*words, "--day", str(DAY), *more)
