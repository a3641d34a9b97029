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
    _execute(server, f"CREATE DATABASE {name}")
    return server.rsplit("/", 1)[0] + f"/{name}"


def copied_database(original: str) -> str:
    """Make a copy of a database to which nobody is connected, and return its URL."""
    server = os.environ["NOUBA_TEST_POSTGRES"]
    name, copied = f"nouba_{uuid4().hex[:12]}", original.rsplit("/", 1)[1]
    _execute(server, f"CREATE DATABASE {name} TEMPLATE {copied}")
    return server.rsplit("/", 1)[0] + f"/{name}"


def drop_database(url: str) -> None:
    """Remove a database that `new_database` made, whoever is still connected."""
    name = url.rsplit("/", 1)[1]
    _execute(os.environ["NOUBA_TEST_POSTGRES"], f"DROP DATABASE {name} WITH (FORCE)")


def _execute(server: str, statement: str) -> None:
    with psycopg.connect(server.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(statement)
