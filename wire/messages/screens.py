"""What the hall's screens are sent, and what they say."""

from dataclasses import dataclass
from datetime import datetime

from wire.messages.terms import AnnouncementKind, EmergencyKind, Expected, Language, TicketState


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the board: a ticket and the counter it is called to or served at."""

    ticket: str
    service: str
    counter: int
    calls: int
    state: TicketState
    """`called` while the hall waits for the visitor, then `serving`."""

    language: Language


@dataclass(frozen=True, slots=True)
class Ready:
    """A ticket that will be called next at a counter: its visitor may get ready."""

    ticket: str
    counter: int
    service: str = ""


@dataclass(frozen=True, slots=True)
class Missed:
    """A ticket that was called in vain: its visitor may still come."""

    ticket: str
    service: str
    until: datetime
    """As long as the staff may call it again."""


@dataclass(frozen=True, slots=True)
class Emergency:
    """A danger to everybody in the hall; it lasts until a supervisor lifts it."""

    kind: EmergencyKind
    since: datetime
    by: str = ""
    """Who raised it: told to the staff alone."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """What is said once to the whole hall, as long as it is true."""

    kind: AnnouncementKind
    at: datetime
    """When it was made: of one kind for one service, the latest counts."""

    until: datetime
    """From when on it would be out of date."""

    service: str | None = None
    """Nothing where it is for all, or for none."""

    minutes: int | None = None
    """In how many the hall closes, where that is said: 5, 10, 15 or 30."""

    by: str = ""
    """Who wanted it said, told to the staff alone; nobody where the hall's rules did."""


@dataclass(frozen=True, slots=True)
class Board:
    """All that the hall's screens show of the queue."""

    seq: int
    at: datetime
    rows: tuple[Row, ...]
    """The tickets at counters, called last first; at most 40."""

    waiting: int
    pace: float = 1.0
    """How many of the hall's seconds pass in a real one: 1, except in a demonstration."""

    ready: tuple[Ready, ...] = ()
    emergencies: tuple[Emergency, ...] = ()
    """Those that last, the newest last. While there is one, nobody is called on the screens."""

    announcements: tuple[Announcement, ...] = ()
    """Those that are true now, the newest last; each screen says each of them once."""

    missed: tuple[Missed, ...] = ()
    """The latest first; at most 12."""


@dataclass(frozen=True, slots=True)
class Queue:
    """Who waits for a service."""

    service: str
    waiting: int
    wait: Expected | None = None
    """What who takes a ticket now may expect; nothing where no ticket may be taken."""


@dataclass(frozen=True, slots=True)
class Queues:
    """Who waits for each service: screens tell it between calls."""

    at: datetime
    queues: tuple[Queue, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """A ticket is being called just now: sound it and light it, once."""

    seq: int
    ticket: str
    counter: int
    calls: int
    language: Language


@dataclass(frozen=True, slots=True)
class Shown:
    """A screen says what it shows, and which calls it has spoken."""

    seq: int
    spoken: tuple[int, ...] = ()
    """The seq of each call that was really heard, while its ticket is on the board. Of a ticket
    that was called again, only the latest call."""

    elsewhere: tuple[str, ...] = ()
    """The tickets on the board that this screen leaves to those of other zones."""
