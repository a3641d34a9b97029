"""What visitors ask for, and the staff for them."""

from dataclasses import dataclass

from controller.hall.ids import (
    CounterId,
    PersonName,
    ServiceId,
    TicketNumber,
)
from wire.messages import About, Face, Language, Priority


@dataclass(frozen=True, slots=True)
class IssueTicket:
    """A visitor takes a ticket at a kiosk, or is given one at the reception desk."""

    service: ServiceId
    language: Language = "ar"
    priority: Priority = "normal"
    then: tuple[ServiceId, ...] = ()
    """The services to visit after it, on the same ticket."""

    quantity: int = 1
    """How many of it the visitor wants: copies, signatures."""

    sheets: int = 1
    """On how many sheets it is printed: one for each of a family."""

    is_by_staff: bool = False
    """Whether the staff gives it: a quota is for visitors, and does not stop them."""


@dataclass(frozen=True, slots=True)
class GiveUp:
    """A visitor gives the place up."""

    ticket: TicketNumber


@dataclass(frozen=True, slots=True)
class CancelTicket:
    """Somebody of the staff takes a ticket out of the queue, for a reason that is kept."""

    ticket: TicketNumber
    reason: str
    by: PersonName | None = None


@dataclass(frozen=True, slots=True)
class Reinstate:
    """Who did not come when called has come after all; or was cancelled or finished in error."""

    ticket: TicketNumber
    reason: str = ""
    """Must be told of who was served already: it is called before those who came later."""

    is_by_staff: bool = False
    """Whether the staff brings it back: a quota is for visitors, and does not stop them."""


@dataclass(frozen=True, slots=True)
class RateVisit:
    """A visitor says how satisfied they are with the service that was finished last.

    A second answer takes the first one's place: a finger may have slipped.
    """

    ticket: TicketNumber
    face: Face
    about: About | None = None
    """What the answer is about, if they say so."""

    counter: CounterId | None = None
    """The counter whose device asked, which changes no answer that was given; nothing where the
    visitor showed the ticket's code."""


VisitorCommand = IssueTicket | GiveUp | CancelTicket | Reinstate | RateVisit
