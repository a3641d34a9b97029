"""The pages by which a procedure is found, and what to bring for it is taken home."""

from dataclasses import dataclass
from typing import ClassVar

from kiosk.closed import Closed
from kiosk.finding.keyboards import Script
from kiosk.leaf import Leaf
from kiosk.take_home import TakeHome
from media.pack import LifeEvent, Piece, Procedure
from wire.messages import Language


@dataclass(frozen=True, slots=True)
class ProcedureTile:
    """A procedure to choose: one for which tickets are given here, or another."""

    procedure: Procedure
    closed: Closed | None = None
    """Why no ticket may be taken for it now; nothing where one may, or where it needs none."""

    waiting: int = 0

    @property
    def is_open(self) -> bool:
        """Whether nothing keeps the visitor from it now."""
        return self.closed is None


@dataclass(frozen=True, slots=True)
class EventChoice:
    """What has happened, or is to happen."""

    name: ClassVar[str] = "events"
    language: Language
    events: tuple[LifeEvent, ...]
    leaf: Leaf


@dataclass(frozen=True, slots=True)
class ProcedureChoice:
    """What is to be done then."""

    name: ClassVar[str] = "procedures"
    language: Language
    event: LifeEvent
    tiles: tuple[ProcedureTile, ...]
    leaf: Leaf


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What is typed, and what is found by it."""

    name: ClassVar[str] = "search"
    language: Language
    script: Script
    typed: str
    tiles: tuple[ProcedureTile, ...]
    leaf: Leaf


@dataclass(frozen=True, slots=True)
class Tick:
    """A document, and whether the visitor has it."""

    number: int
    """Its place on the sheet, counted from 1."""

    piece: Piece
    is_held: bool


@dataclass(frozen=True, slots=True)
class TickList:
    """What the visitor has, and what is missing."""

    name: ClassVar[str] = "ticks"
    language: Language
    procedure: Procedure
    ticks: tuple[Tick, ...]
    leaf: Leaf
    missing: int
    """Of all the documents, also those on other leaves."""

    may_take: bool
    """Whether a ticket may be taken now."""


@dataclass(frozen=True, slots=True)
class ListGiven:
    """What to bring, to be taken home: on paper, and in a code that needs no network."""

    name: ClassVar[str] = "list"
    language: Language
    take_home: TakeHome
    is_printed: bool | None = None
    """Nothing while that is not known."""

    has_paper: bool = True
    """Whether there is a printer at all."""


FindingPage = EventChoice | ProcedureChoice | SearchEntry | TickList | ListGiven
