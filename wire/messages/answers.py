"""What a command is answered with."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Done:
    """A command was carried out; the state that tells of it has at least this `seq`."""

    seq: int


@dataclass(frozen=True, slots=True)
class Called:
    """A ticket was called, or taken in without a call; the desk shows it with this `seq`."""

    seq: int
    ticket: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A command was refused and nothing has changed. The code can be translated."""

    refused: str
    why: str = ""
    """For a developer: what was wrong with a malformed request."""


@dataclass(frozen=True, slots=True)
class NotYet:
    """A refusal that ends at a known moment: who is too early for an appointment learns it."""

    refused: str
    not_before: datetime
    why: str = ""
