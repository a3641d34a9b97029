"""The people of the demonstration."""

from dataclasses import dataclass
from typing import Literal

from wire.messages import Language

PASSWORD = "nouba-demo"  # noqa: S105 - printed on the screen, for a hall that holds nobody's data
"""Everybody's, in a demonstration."""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who works in the demonstration's hall."""

    name: str
    display_name: str
    language: Language
    counter: int | None = None
    """Where an agent sits; nothing for a supervisor."""

    @property
    def role(self) -> Literal["agent", "supervisor"]:
        """What the person may do."""
        return "supervisor" if self.counter is None else "agent"


SUPERVISOR = Member("nadia", "نادية", "ar")
AGENTS = (
    Member("amina", "أمينة", "ar", 2),
    Member("brahim", "ⴱⵔⴰⵀⵉⵎ", "zgh", 3),
    Member("karim", "Karim", "fr", 4),
    Member("salma", "سلمى", "ar", 5),
    Member("youssef", "Youssef", "en", 6),
)
STAFF = (*AGENTS, SUPERVISOR)
