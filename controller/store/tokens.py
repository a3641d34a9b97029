"""Random tokens, of which the database keeps the hashes only."""

from collections.abc import Collection
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any

from sqlalchemy import Connection, Select

LENGTH = 24
"""Bytes: nobody guesses one of 2^192."""


def new_token() -> str:
    """Return a token that nobody has."""
    return token_urlsafe(LENGTH)


def hash_of(token: str) -> str:
    """Return what is kept of a token. It is random and long: no hash is guessed backwards."""
    return sha256(token.encode(errors="surrogatepass")).hexdigest()


def kept(connection: Connection, query: Select[Any], tokens: Collection[str]) -> frozenset[str]:
    """Return those of the tokens whose hashes are among what the query returns."""
    hashes = set(connection.scalars(query))
    return frozenset(token for token in tokens if hash_of(token) in hashes)
