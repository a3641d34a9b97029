"""Brings an older or a new database's tables up to date, by the migrations."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, func, select

MIGRATIONS = Path(__file__).with_name("migrations")

TABLES_KEY = 0x6E6F756261
"""The key of PostgreSQL's advisory lock for the tables: `nouba`, as a number."""


def upgrade(engine: Engine, *, is_shared: bool) -> bool:
    """Run the migrations that are missing; return False when the database knows newer ones."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    try:
        with engine.begin() as connection:
            _keep_others_out(connection, is_shared=is_shared)
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except CommandError:
        return False
    return True


def _keep_others_out(connection: Connection, *, is_shared: bool) -> None:
    """Let one process after the other change the tables; the next finds nothing left to do."""
    if is_shared:
        connection.execute(select(func.pg_advisory_xact_lock(TABLES_KEY)))
    else:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
