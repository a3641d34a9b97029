"""Who may come in: people and devices, as the pages and the namespaces need to know them."""

from collections.abc import Sequence
from typing import Literal, Protocol

from wire.messages import Language

Role = Literal["agent", "supervisor"]
Kind = Literal["kiosk", "screen"]


class Person(Protocol):
    """Somebody of the commune's staff."""

    @property
    def name(self) -> str:
        """The name to sign in with."""

    @property
    def role(self) -> str:
        """What this person may do: a `Role`."""

    @property
    def display_name(self) -> str:
        """The name to show."""

    @property
    def language(self) -> Language:
        """The language of this person's pages."""


class People(Protocol):
    """The commune's staff."""

    def find(self, name: str) -> Person | None:
        """Return the person with this name, or nothing."""

    def verify(self, name: str, password: str) -> Person | None:
        """Return the person whose name and password these are, or nothing. Takes its time."""

    def list(self) -> Sequence[Person]:
        """Return everybody who may sign in."""


class Device(Protocol):
    """A kiosk or a screen that the hall knows."""

    @property
    def name(self) -> str:
        """What the staff call it."""

    @property
    def kind(self) -> Kind:
        """What it is."""


class Devices(Protocol):
    """The hall's kiosks and screens."""

    def find(self, token: str) -> Device | None:
        """Return the device that has this token, or nothing."""

    def list(self) -> Sequence[Device]:
        """Return all that the hall expects."""
