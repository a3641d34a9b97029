"""What the kiosk's screen can show: each page is whole, and says nothing about looks."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from kiosk.closed import Closed, Opening
from kiosk.complaint_page import ComplaintPage
from kiosk.finding_page import FindingPage
from kiosk.found import Found
from kiosk.information_page import InformationPage
from kiosk.leaf import Leaf
from kiosk.notice_leaf import NoticeLeaf
from kiosk.sheet_part import SheetPart
from media.pack import Office, Procedure, Service
from media.texts import msgid
from wire.messages import EmergencyKind, Expected, Language, Priority, TicketSlip

UNREACHED = "unreached"
"""Stands for a refusal's code when the controller did not answer."""

TO_TRY_AGAIN = frozenset({UNREACHED, "try_again"})
"""Codes of refusals that may pass: the same may be asked once more."""


BEGIN = msgid("Touch the screen to begin")


class Printing(StrEnum):
    """What the visitor is told of the paper."""

    UNDER_WAY = "under_way"
    PRINTED = "printed"
    """Take your ticket."""

    NUMBER_ONLY = "number_only"
    """Note your number: there may be no paper."""


@dataclass(frozen=True, slots=True)
class OfficeTile:
    """An office to choose."""

    office: Office
    closed: Closed | None
    """Why no ticket may be taken for any of its services now; nothing where one may."""

    waiting: int

    @property
    def is_open(self) -> bool:
        """Whether a ticket may be taken for one of its services now."""
        return self.closed is None


@dataclass(frozen=True, slots=True)
class ServiceTile:
    """A service to choose."""

    service: Service
    closed: Closed | None
    """Why no ticket may be taken now; nothing where one may."""

    waiting: int | None
    """Nothing when nobody knows: the kiosk is alone."""

    wait: Expected | None = None
    """What who takes a ticket now may expect."""

    @property
    def is_open(self) -> bool:
        """Whether a ticket may be taken now."""
        return self.closed is None


@dataclass(frozen=True, slots=True)
class Attract:
    """Nobody is there: invite."""

    name: ClassVar[str] = "attract"
    languages: tuple[Language, ...]
    notice: NoticeLeaf | None = None
    """What the commune has to say meanwhile."""

    text: str = BEGIN
    """What the visitor is invited to, by its message."""


@dataclass(frozen=True, slots=True)
class LanguageChoice:
    """Each language by its own name."""

    name: ClassVar[str] = "languages"
    languages: tuple[Language, ...]


@dataclass(frozen=True, slots=True)
class OfficeChoice:
    """Where to go."""

    name: ClassVar[str] = "offices"
    language: Language
    tiles: tuple[OfficeTile, ...]
    leaf: Leaf
    chosen: tuple[Service, ...] = ()
    """What is to be on the ticket already, when this is about one more service."""

    takes_appointments: bool = False
    """Whether who has an appointment may check in from here."""


@dataclass(frozen=True, slots=True)
class ServiceChoice:
    """What the visitor comes for."""

    name: ClassVar[str] = "services"
    language: Language
    office: Office
    tiles: tuple[ServiceTile, ...]
    leaf: Leaf


@dataclass(frozen=True, slots=True)
class ServiceSheet:
    """What to bring, before a ticket is taken."""

    name: ClassVar[str] = "sheet"
    language: Language
    tile: ServiceTile | None
    """Its service; nothing where tickets are not given for it here."""

    procedure: Procedure
    part: SheetPart
    """What this leaf holds of it."""

    leaf: Leaf
    chosen: tuple[Service, ...] = ()
    """What is to be on the ticket before it."""

    quantity: int | None = None
    """How many of it the visitor wants; nothing where that is not asked."""

    may_go_on: bool = False
    """Whether another service may be put on the same ticket."""

    @property
    def is_open(self) -> bool:
        """Whether a ticket may be taken for it now."""
        return self.tile is not None and self.tile.is_open

    @property
    def service(self) -> Service | None:
        """Its service, where tickets are given for it here."""
        return None if self.tile is None else self.tile.service


@dataclass(frozen=True, slots=True)
class PriorityChoice:
    """Whoever has a right to be called sooner may say so; nobody has to."""

    name: ClassVar[str] = "priority"
    language: Language
    service: Service
    classes: tuple[Priority, ...]
    """Those that the hall calls sooner."""


@dataclass(frozen=True, slots=True)
class Denial:
    """Why an appointment's code gave no ticket."""

    code: str
    opening: Opening | None = None
    """From when it does; nothing when that is not the reason."""


@dataclass(frozen=True, slots=True)
class CodeEntry:
    """An appointment's code, as far as it is typed."""

    name: ClassVar[str] = "code"
    language: Language
    typed: str
    is_whole: bool
    """Whether it may be sent."""

    denial: Denial | None = None
    """What came of it when it was sent."""


@dataclass(frozen=True, slots=True)
class CheckingIn:
    """The controller has been told that somebody with an appointment is here."""

    name: ClassVar[str] = "checking_in"
    language: Language | None
    """Nothing when the code was scanned before a language was chosen."""


@dataclass(frozen=True, slots=True)
class Taking:
    """The controller has been asked."""

    name: ClassVar[str] = "taking"
    language: Language
    service: Service


@dataclass(frozen=True, slots=True)
class TicketTaken:
    """The number, which is always on the screen."""

    name: ClassVar[str] = "ticket"
    language: Language
    service: Service
    slip: TicketSlip
    printing: Printing
    is_copy_offered: bool = False
    """Whether the ticket may be printed once more, marked as a copy."""

    then: tuple[Service, ...] = ()
    """The services to visit afterwards."""

    is_late: bool = False
    """Whether it was for an appointment whose time is over."""


@dataclass(frozen=True, slots=True)
class NotTaken:
    """The hall said no, and why."""

    name: ClassVar[str] = "not_taken"
    language: Language
    service: Service
    code: str


@dataclass(frozen=True, slots=True)
class NothingOpen:
    """No service issues tickets now."""

    name: ClassVar[str] = "nothing_open"
    language: Language | None
    """Nothing before a visitor chose one: then it is said in every language."""

    closed: Closed = field(default_factory=Closed)
    """What holds of all services."""

    has_timetable: bool = False
    """Whether the hall's own hours are known: then the pack's printed ones are not shown."""

    takes_appointments: bool = False
    """Whether who has an appointment may check in all the same: just before the opening, say."""


@dataclass(frozen=True, slots=True)
class OutOfReach:
    """The controller does not answer."""

    name: ClassVar[str] = "out_of_reach"
    language: Language | None


@dataclass(frozen=True, slots=True)
class Emergency:
    """What everybody must do now: nothing else is shown until it is lifted."""

    name: ClassVar[str] = "emergency"
    kind: EmergencyKind


KioskPage = (
    Attract
    | LanguageChoice
    | OfficeChoice
    | ServiceChoice
    | ServiceSheet
    | PriorityChoice
    | CodeEntry
    | CheckingIn
    | Taking
    | TicketTaken
    | Found
    | NotTaken
    | NothingOpen
    | OutOfReach
    | Emergency
    | FindingPage
)
"""What a kiosk that gives tickets shows."""

Page = KioskPage | InformationPage | ComplaintPage
