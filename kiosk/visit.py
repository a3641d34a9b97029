"""How far a visitor has come at the kiosk, and where a touch leads from there."""

from dataclasses import dataclass, replace

from kiosk.page import Printing
from media.pack import Office, Pack, Service
from wire.messages import Language, Priority, TakeTicket, TicketSlip

MOST_COPIES = 5
"""So many more sheets of one ticket may be printed: enough for a family."""


@dataclass(frozen=True, slots=True)
class Nobody:
    """The kiosk is free."""


@dataclass(frozen=True, slots=True)
class AtLanguages:
    """Choosing a language."""


@dataclass(frozen=True, slots=True)
class AtOffices:
    """Choosing an office."""

    language: Language
    leaf: int = 1


@dataclass(frozen=True, slots=True)
class AtServices:
    """Choosing a service."""

    language: Language
    office: Office
    leaf: int = 1


@dataclass(frozen=True, slots=True)
class AtSheet:
    """Reading what to bring."""

    language: Language
    office: Office
    service: Service
    leaf: int = 1


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
class Refused:
    """There was no ticket."""

    sheet: AtSheet
    code: str
    priority: Priority = "normal"
    """What the visitor had declared."""


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


Visit = (
    Nobody
    | AtLanguages
    | AtOffices
    | AtServices
    | AtSheet
    | AtPriority
    | Asking
    | Refused
    | Holding
)


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to choose from."""

    pack: Pack
    languages: tuple[Language, ...]

    def after(self, visit: Visit, target: str) -> Visit:
        """Return where a touch leads; one that the visit does not offer leads nowhere."""
        action, _, choice = target.partition(":")
        match visit, action:
            case Asking(), _:
                return visit
            case _, "home":
                return Nobody()
            case _, "back":
                return self._back(visit)
            case ((AtOffices() | AtServices() | AtSheet()), "more"):
                return replace(visit, leaf=visit.leaf + 1)
            case ((AtOffices() | AtServices() | AtSheet()), "less"):
                return replace(visit, leaf=max(1, visit.leaf - 1))
        return self._chosen(visit, action, choice)

    def _chosen(self, visit: Visit, action: str, choice: str) -> Visit:
        match visit, action:
            case Nobody(), "start":
                return self._first()
            case AtLanguages(), "language":
                return next((AtOffices(each) for each in self.languages if each == choice), visit)
            case AtOffices(), "office":
                return AtServices(visit.language, self.pack.office(choice))
            case AtServices(), "service":
                return AtSheet(visit.language, visit.office, self.pack.service(choice))
        return visit

    def _back(self, visit: Visit) -> Visit:
        match visit:
            case AtOffices():
                return Nobody() if self._is_one_language else AtLanguages()
            case AtServices():
                return AtOffices(visit.language)
            case AtSheet():
                return AtServices(visit.language, visit.office)
            case Refused() | AtPriority():
                return visit.sheet
            case _:
                return Nobody()

    def _first(self) -> Visit:
        return AtOffices(self.languages[0]) if self._is_one_language else AtLanguages()

    @property
    def _is_one_language(self) -> bool:
        return len(self.languages) == 1


def language_of(visit: Visit) -> Language | None:
    """Return the language that the visitor chose, once there is one."""
    match visit:
        case Nobody() | AtLanguages():
            return None
        case AtPriority(sheet) | Asking(sheet) | Refused(sheet):
            return sheet.language
        case _:
            return visit.language
