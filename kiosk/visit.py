"""How far a visitor has come at the kiosk."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Union

from kiosk.declaring import Declaring
from kiosk.entry import Entry
from kiosk.finding.keyboards import Script
from kiosk.found import Found
from kiosk.page import Printing
from kiosk.take_home import TakeHome
from media.pack import LifeEvent, Office, Procedure, Service
from wire.messages import CheckIn, Language, Priority, TakeTicket, TicketSlip

MOST_COPIES = 5
"""So many more sheets of one ticket may be printed: enough for a family."""


@dataclass(frozen=True, slots=True)
class Nobody:
    """The kiosk is free."""


@dataclass(frozen=True, slots=True)
class AtLanguages:
    """Choosing a language."""

    entry: Entry | None = None
    """The code of an appointment that comes after it; nothing without one."""


@dataclass(frozen=True, slots=True)
class AtCode:
    """Typing the code of an appointment."""

    language: Language
    entry: Entry = field(default_factory=Entry)


@dataclass(frozen=True, slots=True)
class AtOffices:
    """Choosing an office."""

    language: Language
    leaf: int = 1
    before: Union["AtSheet", None] = None
    """The sheet from which one more service was asked for."""


@dataclass(frozen=True, slots=True)
class AtServices:
    """Choosing a service."""

    language: Language
    office: Office
    leaf: int = 1
    before: Union["AtSheet", None] = None


@dataclass(frozen=True, slots=True)
class AtEvents:
    """Choosing what has happened, or is to happen."""

    language: Language
    leaf: int = 1


@dataclass(frozen=True, slots=True)
class AtProcedures:
    """Choosing one of the procedures of a life event."""

    language: Language
    event: LifeEvent
    leaf: int = 1


@dataclass(frozen=True, slots=True)
class AtSearch:
    """Typing what a procedure is called."""

    language: Language
    script: Script
    typed: str = ""
    leaf: int = 1


Finding = AtProcedures | AtSearch
"""Where procedures are found beside the offices."""


@dataclass(frozen=True, slots=True)
class AtProcedure:
    """Reading what to bring for a procedure for which no tickets are given here."""

    language: Language
    procedure: Procedure
    found: Finding
    leaf: int = 1

    @property
    def take_home(self) -> TakeHome:
        """All that is to be brought, as it is taken home."""
        return TakeHome(self.language, self.procedure)


@dataclass(frozen=True, slots=True)
class AtSheet:
    """Reading what to bring."""

    language: Language
    office: Office
    service: Service
    leaf: int = 1
    before: Union["AtSheet", None] = None
    """The sheet of the service before it on the same ticket."""

    quantity: int = 1
    found: Finding | None = None
    """Where it was found, when that was not among an office's services."""

    @property
    def services(self) -> tuple[Service, ...]:
        """All that is to be on the ticket, in the order in which it is visited."""
        return tuple(sheet.service for sheet in self._sheets())[::-1]

    @property
    def first(self) -> "AtSheet":
        """The sheet of the service that is visited first."""
        *_, first = self._sheets()
        return first

    @property
    def is_counted(self) -> bool:
        """Whether the visitor may say how many: a ticket has one number, its first service's."""
        return self.before is None and self.service.is_counted

    def without(self, service: Service) -> "AtSheet":
        """Return it without a service that was chosen before this one."""
        if self.before is None:
            return self
        is_it = self.before.service == service
        before = self.before.before if is_it else self.before.without(service)
        return replace(self, before=before)

    def _sheets(self) -> Iterator["AtSheet"]:
        sheet: AtSheet | None = self
        while sheet is not None:
            yield sheet
            sheet = sheet.before


@dataclass(frozen=True, slots=True)
class AtTicks:
    """Ticking the documents that are at hand."""

    sheet: AtSheet | AtProcedure
    procedure: Procedure
    held: frozenset[int] = frozenset()
    """Their places on the sheet, counted from 0."""

    leaf: int = 1

    @property
    def language(self) -> Language:
        """The visitor's."""
        return self.sheet.language

    @property
    def take_home(self) -> TakeHome:
        """What to bring, as it is taken home."""
        return TakeHome(self.language, self.procedure, self.held)


@dataclass(frozen=True, slots=True)
class HavingList:
    """What to bring is being printed, and shown as a code."""

    before: AtTicks | AtProcedure
    take_home: TakeHome
    is_printed: bool | None = None
    """Nothing while that is not known."""

    @property
    def language(self) -> Language:
        """The visitor's."""
        return self.before.language


@dataclass(frozen=True, slots=True)
class AtPriority:
    """Saying whether there is a right to be called sooner."""

    sheet: AtSheet


@dataclass(frozen=True, slots=True)
class Asking:
    """A ticket has been asked for; touches do nothing."""

    sheet: AtSheet
    wish: TakeTicket


@dataclass(frozen=True, slots=True)
class CheckingIn:
    """The ticket of an appointment has been asked for; touches do nothing."""

    language: Language | None
    """Nothing when the code was scanned before a language was chosen."""

    entry: Entry
    wish: CheckIn


@dataclass(frozen=True, slots=True)
class Refused:
    """There was no ticket."""

    sheet: AtSheet
    code: str
    priority: Priority = "normal"
    """What the visitor had declared."""

    about: Service | None = None
    """The service that it was for, where that is not the sheet's."""


@dataclass(frozen=True, slots=True)
class Holding:
    """The visitor has a number."""

    language: Language
    service: Service
    slip: TicketSlip
    printing: Printing = Printing.UNDER_WAY
    is_copy_offered: bool = False
    """Whether the ticket may be printed once more, marked as a copy."""

    copies: int = 0
    """How often it was printed again."""

    is_late: bool = False
    """Whether it was for an appointment whose time is over."""

    @property
    def may_have_another(self) -> bool:
        """Whether another sheet may be printed: of one that failed, or for others of a family."""
        match self.printing:
            case Printing.NUMBER_ONLY:
                return True
            case Printing.PRINTED:
                return self.copies < MOST_COPIES
            case Printing.UNDER_WAY:
                return False


Choosing = AtOffices | AtServices | AtSheet
"""The way over the offices."""

Searching = AtEvents | AtProcedures | AtSearch | AtProcedure | AtTicks | HavingList
"""Finding a procedure beside the offices, and what to bring for it."""

Leafed = Choosing | AtEvents | AtProcedures | AtSearch | AtProcedure | AtTicks
"""Where leaves are turned."""

Waiting = Asking | CheckingIn
"""The controller has been asked."""

Visit = (
    Nobody
    | AtLanguages
    | AtCode
    | Choosing
    | Searching
    | AtPriority
    | Declaring
    | Waiting
    | Refused
    | Holding
    | Found
)


def language_of(visit: Visit) -> Language | None:
    """Return the language that the visitor chose, once there is one."""
    match visit:
        case Nobody() | AtLanguages():
            return None
        case AtPriority(sheet) | Asking(sheet) | Refused(sheet):
            return sheet.language
        case _:
            return visit.language


def chosen_before(visit: Choosing) -> tuple[Service, ...]:
    """Return the services that are to be on the ticket before the one that is chosen now."""
    return () if visit.before is None else visit.before.services
