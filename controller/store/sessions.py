"""Sessions: what lasts from a person's sign-in to their sign-out."""

from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Engine,
    Select,
    bindparam,
    delete,
    insert,
    select,
)

from controller.identity import Person
from controller.store.engine import reading, writing
from controller.store.tables import people, sessions
from controller.store.tokens import hash_of, kept, new_token

LIFE = timedelta(hours=12)
"""A working day, and no more."""


class Sessions:
    """The sessions of the installation. Everything here raises `StoreError`.

    A session ends at the sign-out, after `LIFE`, when its person is removed, and when the
    person's password is changed: whoever still has its token has nothing then.
    """

    def __init__(self, engine: Engine, now: Callable[[], datetime]) -> None:
        self._engine, self._now = engine, now
        self._find = _who()  # made once: it is asked at every command

    def begin(self, name: str) -> str:
        """Begin a session of this person and return its token; those long over are forgotten."""
        token, now = new_token(), self._now()
        row = {"token_hash": hash_of(token), "person": name, "ends_at": now + LIFE}
        with writing(self._engine) as connection:
            connection.execute(delete(sessions).where(sessions.c.ends_at <= now))
            connection.execute(insert(sessions), row)
        return token

    def find(self, token: str) -> Person | None:
        """Return the active person whose session this is; nothing when it has ended."""
        this = {"token_hash": hash_of(token), "now": self._now()}
        with reading(self._engine) as connection:
            row = connection.execute(self._find, this).first()
        return None if row is None else Person(*row)

    def end(self, token: str) -> None:
        """End the session, if it has not ended yet."""
        this = sessions.c.token_hash == hash_of(token)
        with writing(self._engine) as connection:
            connection.execute(delete(sessions).where(this))

    def standing(self, tokens: Collection[str]) -> frozenset[str]:
        """Return those of the tokens whose sessions have not ended."""
        query = (
            select(sessions.c.token_hash)
            .join(people, sessions.c.person == people.c.name)
            .where(_is_standing(self._now()))
        )
        with reading(self._engine) as connection:
            return kept(connection, query, tokens)


def _who() -> Select[Any]:
    return (
        select(people.c.name, people.c.display_name, people.c.role, people.c.language)
        .join(sessions, sessions.c.person == people.c.name)
        .where(sessions.c.token_hash == bindparam("token_hash"), _is_standing(bindparam("now")))
    )


def _is_standing(now: datetime | BindParameter[datetime]) -> ColumnElement[bool]:
    return (sessions.c.ends_at > now) & people.c.is_active
