"""What kiosks and the controller say of tickets that a kiosk issues alone."""

from dataclasses import dataclass
from datetime import date, datetime

from wire.messages.terms import Language, Priority

MOST_LINES = 50
"""As many lines of a kiosk's journal as one message may hold."""

LONGEST_LINE = 1000
"""As many characters as the text of a line may have."""

SEAL_LENGTH = 64
"""As many characters as a seal may have."""

MOST_REFUSED = 12
"""Of so many tickets, the latest, a kiosk tells that they were not taken in; its log has all."""


@dataclass(frozen=True, slots=True)
class HeldBlock:
    """Numbers that a kiosk was granted, as it shows them again."""

    prefix: str
    first: int
    last: int
    proof: str


@dataclass(frozen=True, slots=True)
class Reserve:
    """A kiosk wants numbers of its own for today."""

    request: str
    held: tuple[HeldBlock, ...] = ()
    """What it has of those that it was granted today."""


@dataclass(frozen=True, slots=True)
class NumberBlock:
    """Numbers of one prefix that nobody else gives out today."""

    prefix: str
    first: int
    last: int
    codes: tuple[str, ...]
    """Of each number, what ends the address of the page that follows its ticket."""

    given: int
    """The latest of them that is a ticket of the hall; the number before the first when none is."""

    proof: str
    """That they were granted, for a controller that has forgotten it."""


@dataclass(frozen=True, slots=True)
class TicketHours:
    """A stretch of a day in which tickets may be taken."""

    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Grant:
    """All that a kiosk needs to issue tickets alone."""

    day: date
    """The hall's day on which it holds."""

    key: str
    """What seals the kiosk's journal of the day, in hexadecimal digits."""

    follow: str
    """What begins the address of the page that follows a ticket."""

    blocks: tuple[NumberBlock, ...]
    hours: tuple[TicketHours, ...] | None
    """Those of the day; nothing where the hall has no opening hours."""


@dataclass(frozen=True, slots=True)
class OwnTicket:
    """A ticket that a kiosk issued alone, as its journal keeps it."""

    request: str
    """That of the wish that it answers, whether that was sent or not."""

    prefix: str
    serial: int
    service: str
    language: Language
    priority: Priority
    then: tuple[str, ...]
    quantity: int
    sheets: int
    issued_at: datetime
    """As far as the kiosk knew the hall's time."""

    heard_at: datetime
    """Of the hall's latest offer that it had heard then."""


@dataclass(frozen=True, slots=True)
class SealedLine:
    """A line of a kiosk's journal."""

    text: str
    """An `OwnTicket` as JSON, letter by letter as it was sealed."""

    seal: str


@dataclass(frozen=True, slots=True)
class HandOver:
    """A kiosk hands over what it issued on a day, in its order."""

    day: date
    before: str
    """The seal of the line before the first of these; empty before the day's first."""

    lines: tuple[SealedLine, ...]


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of one line."""

    ticket: str
    """Its number; empty where the line cannot be read."""

    refused: str = ""
    """The code of why the hall does not know the ticket; empty when it does."""


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What became of the lines, in their order."""

    answers: tuple[TakenIn, ...]


@dataclass(frozen=True, slots=True)
class NotTakenIn:
    """A kiosk tells which of its tickets it was told today that the hall will never know."""

    tickets: tuple[str, ...]
