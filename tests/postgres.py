"""Empty databases on the PostgreSQL server that the test command starts."""

import os
from uuid import uuid4

import psycopg


def new_database() -> str:
    """Make an empty database and return its URL, for SQLAlchemy."""
    server = os.environ.get("NOUBA_TEST_POSTGRES")
    if server is None:
        raise RuntimeError("no PostgreSQL: run the tests with `make test`, or by setup/servers.sh")
    name = f"nouba_{uuid4().hex[:12]}"
    with psycopg.connect(server.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return server.rsplit("/", 1)[0] + f"/{name}"
