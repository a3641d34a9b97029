"""People who sign in: agents, supervisors, editors."""

from functools import cached_property
from typing import Any

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from sqlalchemy import Engine, delete, select

from controller.identity import LONGEST_PASSWORD, Person
from controller.store import roster
from controller.store.engine import reading, writing
from controller.store.roster import LONGEST_DISPLAY_NAME, check_name
from controller.store.tables import people, sessions

SHORTEST_PASSWORD = 8
"""Characters."""


class People:
    """The people of the installation. Everything here raises `StoreError`."""

    def __init__(self, engine: Engine, hasher: PasswordHasher | None = None) -> None:
        self._engine, self._hasher = engine, hasher or PasswordHasher()

    @cached_property
    def _nobody(self) -> str:
        """A hash to be as slow with as with a real one; made at the first sign-in, not at start."""
        return self._hasher.hash("nobody's password")

    def add(self, person: Person, password: str) -> None:
        """Let the person sign in; a name that was removed may come back.

        Raises `ValueError` for a name in use, or for a name or a password that cannot be.
        """
        check_name(person.name)
        check_name(person.display_name, LONGEST_DISPLAY_NAME)
        values = {
            "display_name": person.display_name,
            "role": person.role,
            "language": person.language,
            "password_hash": self._hash(password),
        }
        with writing(self._engine) as connection:
            roster.add(connection, people, person.name, values)

    def remove(self, name: str) -> None:
        """Let the person sign in no more, and end their sessions.

        The visits keep the name. Raises `ValueError` when there is nobody of this name.
        """
        self._change(name, {"is_active": False})

    def set_password(self, name: str, password: str) -> None:
        """Give the person another password, and end their sessions.

        Raises `ValueError` when there is nobody of this name, or the password cannot be.
        """
        self._change(name, {"password_hash": self._hash(password)})

    def verify(self, name: str, password: str) -> Person | None:
        """Return the person if the password is theirs. An unknown name takes as long to refuse."""
        row = self._row(name)
        secret = password.encode(errors="surrogatepass")
        try:
            self._hasher.verify(self._nobody if row is None else row.password_hash, secret)
        except VerificationError:
            return None
        return None if row is None else _person(row)

    def list(self) -> tuple[Person, ...]:
        """Return all active people, by name."""
        query = select(people).where(people.c.is_active).order_by(people.c.name)
        with reading(self._engine) as connection:
            return tuple(map(_person, connection.execute(query)))

    def names(self) -> dict[str, str]:
        """Return how everybody is called who signs in or ever did, by the names to sign in."""
        with reading(self._engine) as connection:
            rows = connection.execute(select(people.c.name, people.c.display_name)).all()
        return {row.name: row.display_name for row in rows}

    def _row(self, name: str) -> Any:  # noqa: ANN401 - SQLAlchemy types no rows of a Table
        if not name.isprintable():  # databases refuse some of what JSON allows
            return None
        query = select(people).where(people.c.name == name, people.c.is_active)
        with reading(self._engine) as connection:
            return connection.execute(query).first()

    def _hash(self, password: str) -> str:
        if len(password) < SHORTEST_PASSWORD:
            raise ValueError(f"the password has fewer than {SHORTEST_PASSWORD} characters")
        if len(password) > LONGEST_PASSWORD:
            raise ValueError(f"the password has more than {LONGEST_PASSWORD} characters")
        return self._hasher.hash(password)

    def _change(self, name: str, values: dict[str, object]) -> None:
        with writing(self._engine) as connection:
            roster.change(connection, people, name, values)
            connection.execute(delete(sessions).where(sessions.c.person == name))


def _person(row: Any) -> Person:  # noqa: ANN401 - SQLAlchemy types no rows of a Table
    return Person(row.name, row.display_name, row.role, row.language)
