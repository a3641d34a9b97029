"""What the staff may do with a complaint."""

from dataclasses import dataclass, replace
from datetime import datetime

from controller.complaints.complaint import Kept, Standing, Step, StepKind

LONGEST_ANSWER = 1000
"""Characters."""


@dataclass(frozen=True, slots=True)
class Assign:
    """Let an office look into it."""

    office: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Tell the visitor what came of it."""

    text: str


@dataclass(frozen=True, slots=True)
class Close:
    """Nothing more will be done about it."""


@dataclass(frozen=True, slots=True)
class Reopen:
    """Something is to be done about it after all."""


Wish = Assign | Answer | Close | Reopen


class ComplaintDeclined(Exception):  # noqa: N818 - it is an answer to a person
    """The wish is not carried out, for the reason with this code; nothing has changed."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def decided(kept: Kept, wish: Wish, who: str, at: datetime) -> tuple[Kept, Step]:
    """Return how the complaint stands after a wish, and the step; raises `ComplaintDeclined`."""
    is_closed = kept.standing is Standing.CLOSED
    if is_closed != isinstance(wish, Reopen):
        raise ComplaintDeclined("is_closed" if is_closed else "is_open")
    after, kind, told = _after(kept, wish, at)
    return replace(after, steps=kept.steps + 1), Step(at, who, kind, told)


def _after(kept: Kept, wish: Wish, at: datetime) -> tuple[Kept, StepKind, str]:
    match wish:
        case Assign(office):
            standing = Standing.ANSWERED if kept.answered_at else Standing.ASSIGNED
            return replace(kept, standing=standing, assigned_to=office), StepKind.ASSIGN, office
        case Answer(text):
            return _answered(kept, text.strip(), at), StepKind.ANSWER, text.strip()
        case Close():
            closed = replace(kept, standing=Standing.CLOSED, closed_at=at)
            return closed, StepKind.CLOSE, ""
        case Reopen():
            return replace(kept, standing=_before(kept), closed_at=None), StepKind.REOPEN, ""


def _answered(kept: Kept, text: str, at: datetime) -> Kept:
    if not text:
        raise ComplaintDeclined("no_answer")
    if len(text) > LONGEST_ANSWER:
        raise ComplaintDeclined("too_long")
    first = kept.answered_at or at
    return replace(kept, standing=Standing.ANSWERED, answer=text, answered_at=first)


def _before(kept: Kept) -> Standing:
    """Return how far it was before it was closed."""
    if kept.answered_at is not None:
        return Standing.ANSWERED
    return Standing.ASSIGNED if kept.assigned_to else Standing.RECEIVED
