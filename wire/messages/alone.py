"""What kiosks and the controller say of tickets that a kiosk issues alone."""

from dataclasses import dataclass
from datetime import date, datetime

from wire.messages.terms import Language, Priority

MOST_LINES = 50
"""As many lines of a kiosk's journal as one message may hold."""


@dataclass(frozen=True, slots=True)
class Reserve:
    """A kiosk wants numbers of its own for today."""

    request: str


@dataclass(frozen=True, slots=True)
class NumberBlock:
    """Numbers of one prefix that nobody else gives out today."""

    prefix: str
    first: int
    last: int
    codes: tuple[str, ...]
    """Of each number, what ends the address of the page that follows its ticket."""


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
