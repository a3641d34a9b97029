"""People who sign in: agents and supervisors."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from sqlalchemy import Engine, insert, select
from sqlalchemy.exc import IntegrityError

from controller.store.tables import people
from wire.messages import Language

Role = Literal["agent", "supervisor"]
SHORTEST_PASSWORD = 8


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may sign in."""

    name: str
    display_name: str
    role: Role
    language: Language


class People:
    """The people of the installation."""

    def __init__(self, engine: Engine, hasher: PasswordHasher | None = None) -> None:
        self._engine, self._hasher = engine, hasher or PasswordHasher()

    @cached_property
    def _nobody(self) -> str:
        """A hash to be as slow with as with a real one; made at the first sign-in, not at start."""
        return self._hasher.hash("nobody's password")

    def add(self, person: Person, password: str) -> None:
        """Let the person sign in; raises `ValueError` for a name in use or a short password."""
        if len(password) < SHORTEST_PASSWORD:
            raise ValueError(f"the password has fewer than {SHORTEST_PASSWORD} characters")
        row = {
            "name": person.name,
            "display_name": person.display_name,
            "role": person.role,
            "language": person.language,
            "password_hash": self._hasher.hash(password),
            "is_active": True,
        }
        try:
            with self._engine.begin() as connection:
                connection.execute(insert(people), row)
        except IntegrityError:
            raise ValueError(f"there is already a {person.name}") from None

    def find(self, name: str) -> Person | None:
        """Return the active person of this name."""
        row = self._row(name)
        return None if row is None else Person(row[0], row[1], row[2], row[3])

    def verify(self, name: str, password: str) -> Person | None:
        """Return the person if the password is theirs. An unknown name takes as long to refuse."""
        row = self._row(name)
        secret = password.encode(errors="surrogatepass")
        try:
            self._hasher.verify(self._nobody if row is None else row[4], secret)
        except VerificationError:
            return None
        return None if row is None else Person(row[0], row[1], row[2], row[3])

    def list(self) -> tuple[Person, ...]:
        """Return all active people, by name."""
        query = select(people).where(people.c.is_active).order_by(people.c.name)
        with self._engine.connect() as connection:
            rows = connection.execute(query).all()
        return tuple(Person(row[0], row[1], row[2], row[3]) for row in rows)

    def _row(self, name: str) -> tuple[str, str, Role, Language, str] | None:
        if not name.isprintable():  # databases refuse some of what JSON allows
            return None
        query = select(people).where(people.c.name == name, people.c.is_active)
        with self._engine.connect() as connection:
            row = connection.execute(query).first()
        if row is None:
            return None
        return row.name, row.display_name, row.role, row.language, row.password_hash
