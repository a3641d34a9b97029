"""Opens the database and brings it up to date."""

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, event, make_url

MIGRATIONS = Path(__file__).with_name("migrations")


def open_engine(url: str) -> Engine:
    """Return the database at this URL, with its tables as this version needs them.

    `sqlite:///var/nouba.db` is the embedded default; `postgresql+psycopg://…` serves
    several processes. A folder that is missing for SQLite is made.
    """
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        Path(address.database or ".").parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(address)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _make_sqlite_safe)
    _migrate(engine)
    return engine


def is_shared(engine: Engine) -> bool:
    """Return whether several processes may be writing to this database."""
    return engine.dialect.name != "sqlite"


def _make_sqlite_safe(connection: Any, _: object) -> None:  # noqa: ANN401 - any driver's own type
    # FULL: a power cut loses no commit (sqlite.org/pragma.html#pragma_synchronous).
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=5000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _migrate(engine: Engine) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    newest = ScriptDirectory.from_config(config).get_current_head()
    with engine.connect() as connection:
        if MigrationContext.configure(connection).get_current_revision() == newest:
            return
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
