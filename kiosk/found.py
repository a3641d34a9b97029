"""A ticket that was looked up: what its visitor sees of it, and what they may do."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar

from media.pack import Service
from wire.messages import Face, Language, TicketFound, TicketState


class Step(StrEnum):
    """How far its visitor has come."""

    PLACE = "place"
    """How the ticket stands; after a service, the question how that was."""

    GIVING_UP = "giving_up"
    """Whether they are sure."""

    WHY = "why"
    """What the answer is about."""

    ASKED = "asked"
    """The controller has been asked; touches do nothing."""

    THANKS = "thanks"
    UNREACHED = "unreached"
    """The controller did not answer: nothing may have been kept."""


@dataclass(frozen=True, slots=True)
class Found:
    """A ticket that was looked up. It is where a visitor is, and the page that shows it."""

    name: ClassVar[str] = "found"
    language: Language
    service: Service
    found: TicketFound
    code: str
    step: Step = Step.PLACE
    face: Face | None = None
    """What was answered, while it is asked what that is about."""

    is_copy_offered: bool = False
    """Whether another sheet may be printed, marked as a copy."""

    copies: int = 0

    @property
    def asks(self) -> bool:
        """Whether the question is asked: of who still waits for more, on the telephone only."""
        return self.found.may_rate and self.found.state is TicketState.FINISHED

    @property
    def may_have_another(self) -> bool:
        """Whether another sheet may be printed: one, of a ticket that is still called."""
        return self.found.may_give_up and not self.copies

    def at(self, step: Step) -> "Found":
        """Return it at another step."""
        return replace(self, step=step)
