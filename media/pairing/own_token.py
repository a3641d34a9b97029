"""The token that a machine made for itself, in its own folder: for its owner's eyes alone."""

import os
from hashlib import sha256
from pathlib import Path
from secrets import token_urlsafe

from media.durable import put_in_place

TOKEN, NEW = "token", "token.new"
LENGTH = 24
"""Bytes: nobody guesses one of 2^192."""


def kept(home: Path) -> str:
    """Return the token with which this machine was let in; empty when it never was."""
    return _read(home / TOKEN)


def offered(home: Path) -> str:
    """Return the token that it asks to be let in with: the same one after a restart."""
    found = _read(home / NEW)
    if found:
        return found
    home.mkdir(parents=True, exist_ok=True)
    token = token_urlsafe(LENGTH)
    part = home / f".{NEW}"
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as writer:
        writer.write(token)
    put_in_place(part, home / NEW)
    return token


def take(home: Path) -> None:
    """Let the token that was asked with be the machine's, from the next start on."""
    put_in_place(home / NEW, home / TOKEN)


def key_of(token: str) -> str:
    """Return what the controller is told of it."""
    return sha256(token.encode()).hexdigest()


def _read(path: Path) -> str:
    try:
        return path.read_text("ascii").strip()
    except (FileNotFoundError, NotADirectoryError):
        return ""
