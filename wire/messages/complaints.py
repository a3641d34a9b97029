"""What a visitor tells the commune at an information screen."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from wire.messages.terms import Language

ComplaintKind = Literal["complaint", "suggestion"]
COMPLAINT_KINDS: tuple[ComplaintKind, ...] = ("complaint", "suggestion")

LONGEST_COMPLAINT = 400
"""Characters that a visitor may type; a screen has room for them."""

LONGEST_COMPLAINTS_PLACE = 60
"""Characters."""

LONGEST_PHONE = 14
"""Figures; international numbers have 15 at most, and Moroccan ones 10, or 12 with the country."""


@dataclass(frozen=True, slots=True)
class TellComplaint:
    """A visitor's complaint or suggestion, as the screen took it."""

    request: str
    code: str
    """The follow-up number with its secret, which the visitor has already (`wire/follow_up.py`)."""

    kind: ComplaintKind
    subject: str
    """What it is about: one of the pack's."""

    language: Language
    written_at: datetime | None = None
    """By the hall's clock; nothing where the screen had not been told the time."""

    office: str = ""
    """The office that it is about; empty where it is about none."""

    place: str = ""
    words: str = ""
    phone: str = ""
    """Figures alone; empty where the visitor gave none."""


@dataclass(frozen=True, slots=True)
class ComplaintTaken:
    """The controller has it."""

    request: str
