"""Who may come in: people with their sign-ins, and devices with their tokens."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from wire.messages import DeviceKind, Language

Role = Literal["agent", "supervisor", "editor", "approver"]
"""What a person of the staff does in the hall; an approver is an editor who approves, too."""

WRITING: frozenset[Role] = frozenset({"editor", "approver", "supervisor"})
"""Who may write notices for the screens, publish them and take them down."""

APPROVING: frozenset[Role] = frozenset({"approver", "supervisor"})
"""Who may let a notice go out that somebody else wrote."""

LONGEST_PASSWORD = 200
"""Characters; more is not hashed."""


class StoreError(Exception):
    """The database cannot be opened, asked or written to; nothing has changed.

    The text is a sentence for whoever runs the hall.
    """


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the commune's staff, who may sign in."""

    name: str
    """The name to sign in with."""

    display_name: str
    """The name on the pages."""

    role: Role
    language: Language
    """Of this person's pages."""


@dataclass(frozen=True, slots=True)
class Device:
    """A kiosk or a screen that may connect."""

    name: str
    """What the staff call it."""

    kind: DeviceKind


class People(Protocol):
    """The commune's staff. Everything here raises `StoreError`."""

    def verify(self, name: str, password: str) -> Person | None:
        """Return the person whose name and password these are, or nothing. Takes its time."""

    def list(self) -> Sequence[Person]:
        """Return everybody who may sign in."""

    def names(self) -> Mapping[str, str]:
        """Return how everybody is called who may sign in or ever might, by the names to do so."""


class Sessions(Protocol):
    """What lasts from somebody's sign-in to their sign-out. Everything here raises `StoreError`."""

    def begin(self, name: str) -> str:
        """Begin a session of the person with this name, and return its token."""

    def find(self, token: str) -> Person | None:
        """Return whose session this is; nothing when it has ended."""

    def end(self, token: str) -> None:
        """End the session, if it has not ended yet."""

    def standing(self, tokens: Collection[str]) -> Collection[str]:
        """Return those of the tokens whose sessions have not ended."""


class Devices(Protocol):
    """The hall's kiosks and screens. Everything here raises `StoreError`."""

    def find(self, token: str) -> Device | None:
        """Return the device that has this token, or nothing."""

    def list(self) -> Sequence[Device]:
        """Return all that the hall expects."""

    def standing(self, tokens: Collection[str]) -> Collection[str]:
        """Return those of the tokens that still let a device in."""
