"""What kiosks ask for, and what they are sent."""

from dataclasses import dataclass
from datetime import datetime

from wire.messages.screens import Emergency
from wire.messages.terms import (
    About,
    Expected,
    Face,
    Language,
    PrinterTrouble,
    Priority,
    TicketState,
)


@dataclass(frozen=True, slots=True)
class OfferedService:
    """A service as a kiosk may offer it now."""

    service: str
    is_open: bool
    """Whether a ticket may be taken."""

    waiting: int
    closed_because: str = ""
    """The code of the refusal that a ticket would get; empty while one may be taken."""

    reason: str = ""
    """What somebody wrote when the service was paused."""

    wait: Expected | None = None
    """What who takes a ticket now may expect."""


@dataclass(frozen=True, slots=True)
class Offer:
    """All that the kiosks need to know of the hall."""

    seq: int
    at: datetime
    services: tuple[OfferedService, ...]
    priorities: tuple[Priority, ...] = ()
    """The classes that a visitor may declare."""

    closes_at: datetime | None = None
    """When the hall closes; nothing while it is closed, or never closes."""

    opens_at: datetime | None = None
    """When the hall opens next, within two weeks, be it open now or not."""

    takes_appointments: bool = False
    """Whether somebody may have an appointment, and check in with its code."""

    opens_on_a_later_day_at: datetime | None = None
    """The same without today: when there are tickets again that ended for the day."""

    emergencies: tuple[Emergency, ...] = ()
    """Those that last, the newest last. While there is one, a kiosk shows nothing else."""


@dataclass(frozen=True, slots=True)
class AskBulletin:
    """An information screen asks what is published for it to tell."""

    known: str = ""
    """The fingerprint of what it has; empty without anything."""


@dataclass(frozen=True, slots=True)
class Bulletin:
    """What information screens tell of what is published: notices, news and sessions."""

    sha256: str
    """Of the published revision; empty while nothing was ever published."""

    manifest: str = ""
    """A revision with those items alone and without files, as a manifest; empty where it is what
    the screen has already."""

    followed_at: str = ""
    """What stands before a follow-up number in the address of its page."""


@dataclass(frozen=True, slots=True)
class TakeTicket:
    """A kiosk asks for a ticket. The same `request` again gets the same ticket."""

    request: str
    service: str
    language: Language
    priority: Priority = "normal"
    then: tuple[str, ...] = ()
    """The services to visit after it with the same ticket."""

    quantity: int = 1
    """How many of it the visitor wants: copies, signatures."""

    sheets: int = 1
    """On how many sheets the ticket is printed: one for each of a family."""


@dataclass(frozen=True, slots=True)
class CheckIn:
    """A visitor with an appointment is here. The same `request` again gets the same ticket."""

    request: str
    code: str
    language: Language | None = None
    """The visitor's now; nothing when they chose none: then that of the booking."""

    priority: Priority | None = None
    """What the visitor declares, `normal` for no right to priority; nothing when they were not
    asked yet. The higher of it and of the appointment counts."""


@dataclass(frozen=True, slots=True)
class WhichClass:
    """Who has this appointment is asked first whether they have a right to priority.

    Their `CheckIn` comes again, with what they declare.
    """

    service: str
    language: Language
    """That of the booking, or of the request."""

    classes: tuple[Priority, ...]
    """Those that the hall calls sooner."""


@dataclass(frozen=True, slots=True)
class PrinterState:
    """A kiosk says how its printer is."""

    troubles: tuple[PrinterTrouble, ...]
    """None while it prints well."""


@dataclass(frozen=True, slots=True)
class TicketSlip:
    """An issued ticket, as it is printed and shown to the visitor."""

    seq: int
    ticket: str
    service: str
    language: Language
    issued_at: datetime
    ahead: int
    """Tickets of the same service that are called before it, if nobody else comes."""

    url: str
    """The page that follows the ticket; upper-case, to make a small QR."""

    priority: Priority = "normal"
    then: tuple[str, ...] = ()
    quantity: int = 1
    sheets: int = 1
    wait: Expected | None = None
    """What was expected when it was issued."""

    is_alone: bool = False
    """Whether a kiosk issued it without the hall: nobody knew who was ahead."""

    is_late: bool = False
    """Whether it was for an appointment whose time is over."""

    is_beyond_quota: bool = False
    """Whether the staff gave it though the day's tickets were used up."""


@dataclass(frozen=True, slots=True)
class TicketFound:
    """A ticket of today whose code was scanned or typed, as it stands now."""

    slip: TicketSlip
    """As it would be printed now: `ahead` and `wait` are today's, not those of its issue."""

    state: TicketState
    counter: int | None = None
    """Where its visitor is called, or may get ready to be; nothing otherwise."""

    kept_until: datetime | None = None
    """Until when who did not come may come back; nothing when that is not the matter."""

    may_give_up: bool = False
    may_rate: bool = False
    """Whether a service of it was finished, and its visitor may still say how that was."""


@dataclass(frozen=True, slots=True)
class GiveUpTicket:
    """A visitor gives the place up, with the ticket's code."""

    request: str
    code: str


@dataclass(frozen=True, slots=True)
class RateTicket:
    """A visitor says how the service was, with the ticket's code."""

    request: str
    code: str
    face: Face
    about: About | None = None
