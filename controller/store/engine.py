"""Opens the database, brings it up to date, and says in a sentence what is wrong with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    String,
    column,
    create_engine,
    inspect,
    make_url,
    select,
    table,
)
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from controller.identity import StoreError
from controller.store.disk import Aside, Disk, at_once
from controller.store.sqlite import connections

SERVED = ("sqlite", "postgresql")
"""The databases that the tests run on."""

EXAMPLES = "such as sqlite:///var/nouba.db or postgresql+psycopg://nouba@server/nouba"

VERSION = table("alembic_version", column("version_num", String))
"""Where the database says which of the migrations it has had."""

NEWEST = "0016"
"""The latest of the migrations."""

PATIENCE = 5
"""Seconds to wait for a connection."""


def open_engine(url: str, aside: Aside = at_once) -> Engine:
    """Return the database at this URL, with its tables as this version needs them.

    `sqlite:///var/nouba.db` is the embedded default; `postgresql+psycopg://…` serves
    several processes. A folder that is missing for SQLite is made. What waits for this
    machine's own disk is given `aside`, where the disk is slow. Raises `StoreError`
    when the URL is none, or the database cannot be reached, read or written.
    """
    address = _address(url)
    try:
        engine = _engine(address, aside)
        _bring_up_to_date(engine, address)
    except (SQLAlchemyError, ImportError, OSError) as error:
        raise StoreError(
            f"The database {_named(address)} cannot be opened: {told(error)}"
        ) from error
    return engine


def missing_file(url: str) -> Path | None:
    """Return the file that `open_engine` would make anew; nothing when it would make none.

    Only an embedded database is made by being opened. Raises `StoreError` when the URL is none.
    """
    address = _address(url)
    if address.get_backend_name() != "sqlite" or not address.database:
        return None
    file = Path(address.database)
    return None if file.exists() or address.database == ":memory:" else file


def is_shared(engine: Engine) -> bool:
    """Return whether several processes may be writing to this database."""
    return engine.dialect.name != "sqlite"


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Lend a connection to read with; raises `StoreError` when the database cannot be asked."""
    try:
        with engine.connect() as connection:
            yield connection
    except SQLAlchemyError as error:
        raise StoreError(f"The database cannot be read: {told(error)}") from error


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Lend a connection for one transaction; raises `StoreError` when it cannot be written."""
    try:
        with engine.begin() as connection:
            yield connection
    except SQLAlchemyError as error:
        raise StoreError(f"The database cannot be written: {told(error)}") from error


def told(error: Exception) -> str:
    """Return in one line what the database's driver, or the machine, complains of."""
    reason = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(reason, OSError) and reason.strerror:
        return f"{reason.filename}: {reason.strerror}" if reason.filename else reason.strerror
    lines = str(reason).strip().splitlines()
    return lines[0] if lines else type(reason).__name__


def _address(url: str) -> URL:
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        raise StoreError(f'"{url}" is no database\'s address, {EXAMPLES}') from None
    if address.get_backend_name() not in SERVED:
        name = address.get_backend_name()
        raise StoreError(f'"{name}" is no database that Nouba works with: name one {EXAMPLES}')
    return address


def _named(address: URL) -> str:
    return address.render_as_string(hide_password=True)


def _engine(address: URL, aside: Aside) -> Engine:
    if address.get_backend_name() == "sqlite":
        Path(address.database or ".").parent.mkdir(parents=True, exist_ok=True)
        return create_engine(address, connect_args={"factory": connections(Disk(aside))})
    return create_engine(address, pool_timeout=PATIENCE, connect_args={"connect_timeout": PATIENCE})


def _is_as_needed(engine: Engine) -> bool:
    with engine.connect() as connection:
        if not inspect(connection).has_table(VERSION.name):
            return False
        return connection.execute(select(VERSION.c.version_num)).scalar() == NEWEST


def _bring_up_to_date(engine: Engine, address: URL) -> None:
    if _is_as_needed(engine):
        return
    # Alembic costs every start a tenth of a second, and is needed once in a year.
    from controller.store.migrating import upgrade  # noqa: PLC0415 - see above

    if not upgrade(engine, is_shared=is_shared(engine)):
        raise StoreError(f"The database {_named(address)} was written by a newer version of Nouba")
