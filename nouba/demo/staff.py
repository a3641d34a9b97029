"""The people of the demonstration."""

from dataclasses import dataclass

from controller.identity import Role
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
    """Where an agent sits; nothing for who is no agent."""

    role: Role = "agent"
    """What the person may do."""


SUPERVISOR = Member("nadia", "نادية", "ar", role="supervisor")
EDITOR = Member("houda", "هدى", "ar", role="editor")
AGENTS = (
    Member("amina", "أمينة", "ar", 2),
    Member("brahim", "ⴱⵔⴰⵀⵉⵎ", "zgh", 3),
    Member("karim", "Karim", "fr", 4),
    Member("salma", "سلمى", "ar", 5),
    Member("youssef", "Youssef", "en", 6),
)
STAFF = (*AGENTS, SUPERVISOR, EDITOR)
