"""A complaint or a suggestion, and the steps that were done with it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from wire.messages import ComplaintKind, Language


class Standing(StrEnum):
    """How far the commune is with it."""

    RECEIVED = "received"
    ASSIGNED = "assigned"
    """An office looks into it."""

    ANSWERED = "answered"
    CLOSED = "closed"


class StepKind(StrEnum):
    """What was done with it."""

    ASSIGN = "assign"
    ANSWER = "answer"
    CLOSE = "close"
    REOPEN = "reopen"


@dataclass(frozen=True, slots=True)
class NewComplaint:
    """What a visitor told at a screen."""

    id: str
    """The screen's own request: told twice, it is the same complaint."""

    number: str
    """That of the follow-up, as the staff know it."""

    proof: str
    """What the number and its secret are recognised by; the secret itself is not kept."""

    kind: ComplaintKind
    subject: str
    language: Language
    device: str
    """The name of the screen at which it was written."""

    written_at: datetime
    received_at: datetime
    about_office: str = ""
    place: str = ""
    words: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """What the commune did with it so far."""

    standing: Standing = Standing.RECEIVED
    assigned_to: str = ""
    """The office; empty while it is none's."""

    answer: str = ""
    """The latest."""

    answered_at: datetime | None = None
    """When it was answered first."""

    closed_at: datetime | None = None
    forgotten_at: datetime | None = None
    """When all that may tell of a person was removed."""

    steps: int = 0
    """How many have been done."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """Both together."""

    told: NewComplaint
    kept: Kept = Kept()


@dataclass(frozen=True, slots=True)
class Step:
    """Something that was done with a complaint."""

    at: datetime
    who: str
    """The name by which this person signs in."""

    kind: StepKind
    told: str = ""
    """The office that it was assigned to, or the answer."""
