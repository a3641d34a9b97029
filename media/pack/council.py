"""The commune's council: who sits in it, and what it decided."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import StringConstraints

from media.pack.kinds import Id
from media.words import Words


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who sits in the council."""

    id: Id
    name: Words
    role: Words
    """In the council, as in `1st deputy president`."""

    commission: Words | None = None
    """The standing committee, and perhaps what the member is there."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A deliberation that the council voted."""

    id: Id
    number: Annotated[str, StringConstraints(min_length=1, max_length=20)]
    """As the council's register has it: `12/2026`."""

    taken: date
    title: Words
    text: Words | None = None


@dataclass(frozen=True, slots=True)
class Council:
    """The council as far as the commune publishes it. Its sessions are told as news are."""

    members: tuple[Member, ...] = ()
    """In the order of the register."""

    decisions: tuple[Decision, ...] = ()
    """Latest first."""
