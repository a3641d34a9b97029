"""How a new device comes in: it shows a code, and somebody of the staff enters it.

The device makes its token by itself and tells only its fingerprint: the token is nowhere else
before it is used, and no answer that is lost on the way loses it.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from wire.messages import DeviceKind

ALPHABET = "ACDEFGHJKLMNPQRTUVWXY34679"
"""Nothing that can be read as something else: no 0 and O, 1 and I, 2 and Z, 5 and S, 8 and B."""

LENGTH = 6
"""Characters: 309 million codes, of which somebody may try ten wrong ones a minute."""

LASTS = timedelta(minutes=10)
"""How long a code holds; then the device shows another."""

MOST = 50
"""Devices of an installation that show a code at the same time."""


class Unpaired(Exception):  # noqa: N818 - it is an answer to whoever pairs
    """The device was not paired, and nothing has changed."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
        """One of `media.texts.pairing.UNPAIRED`."""


class TooMany(Exception):  # noqa: N818 - it is an answer to a device
    """So many devices show a code already that this one has to wait."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A device that wants to come in."""

    key: str
    """The SHA-256 of the token that it made for itself, in hexadecimal digits."""

    kind: DeviceKind
    address: str
    """Where it asked from."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a newcomer shows."""

    code: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Naming:
    """What somebody of the staff enters."""

    code: str
    name: str
    is_replacing: bool = False
    """Whether the device takes over the name of another one, which is cut off."""


class Pairings(Protocol):
    """The codes that are shown now. Everything here raises `StoreError`."""

    def name_of(self, key: str) -> str | None:
        """Return the name of the device whose token has this fingerprint; nothing before."""

    def shown(self, key: str, at: datetime) -> Shown | None:
        """Return what the newcomer shows; nothing when it has no code that still holds."""

    def show(self, newcomer: Newcomer, code: str, at: datetime) -> Shown:
        """Let the newcomer show this code; raises `TooMany`."""

    def pair(self, naming: Naming, at: datetime) -> str:
        """Let the device with this code in under this name, and return its kind.

        Raises `Unpaired`: `unknown_code`, `name_taken`, `no_such_device`, `other_kind` or
        `bad_name`.
        """


def new_code() -> str:
    """Return a code that nobody guesses."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def as_entered(text: str) -> str:
    """Return the code that was meant, however it was typed."""
    return "".join(each for each in text.upper() if each.isalnum())


def look_up(pairings: Pairings, key: str, at: datetime) -> Shown | str | None:
    """Return the newcomer's name once it is paired, else what it shows, if anything."""
    return pairings.name_of(key) or pairings.shown(key, at)
