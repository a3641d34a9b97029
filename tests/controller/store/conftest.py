"""Databases: the same tests run on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from controller.store.engine import open_engine
from tests.databases import database_in, ready_database_in
from tests.postgres import new_database


@pytest.fixture
def postgres_url() -> str:
    return new_database()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def url(kind: str, tmp_path: Path) -> str:
    return ready_database_in(tmp_path, kind)


@pytest.fixture
def empty_url(kind: str, tmp_path: Path) -> str:
    """A database without tables."""
    return database_in(tmp_path, kind)


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    engine = open_engine(url)
    yield engine
    engine.dispose()
