"""The messages on the wire.

State is sent whole, with the number of the last fact it knows of (`seq`): each
message replaces the one before. A call is an effect: it is sent once.

Times are aware and in UTC; durations are in seconds. docs/protocol.md tells the
same in prose, for clients in other languages.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

Language = Literal["ar", "zgh", "fr", "en"]
"""Arabic, Standard Moroccan Amazigh in Tifinagh, French, English (BCP 47 codes)."""

LANGUAGES: tuple[Language, ...] = ("ar", "zgh", "fr", "en")

DeviceKind = Literal["kiosk", "screen"]
"""What a device of the hall is."""


Priority = Literal["normal", "appointment", "disability", "elderly", "pregnant", "abroad"]
"""The classes of visitors that a hall may call sooner; a visitor says so, no reason is kept."""

PRIORITIES: tuple[Priority, ...] = (
    "normal",
    "appointment",
    "disability",
    "elderly",
    "pregnant",
    "abroad",
)


DECLARED: tuple[Priority, ...] = ("disability", "elderly", "pregnant", "abroad")
"""Those that a visitor may declare at a kiosk."""


class TicketState(StrEnum):
    """Where a ticket is on its way through the hall."""

    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    PARKED = "parked"
    FINISHED = "finished"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Expected:
    """A wait that is expected, in minutes: four of five should lie between `low` and `high`."""

    low: int
    likely: int
    high: int


@dataclass(frozen=True, slots=True)
class Expecting:
    """How good the last seven days' expected waits were."""

    count: int
    """Waits that they were compared with."""

    error: float | None
    """Mean absolute error of the likely wait, in minutes; nothing without a wait."""

    coverage: float | None
    """The share of waits that lay in the range; nothing without a wait."""

    method: str = ""
    """What tells them: `age`, `pace` or `model`; empty for all services together."""


# -- Hall screens --


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


@dataclass(frozen=True, slots=True)
class Board:
    """All that the hall's screens show of the queue."""

    seq: int
    at: datetime
    rows: tuple[Row, ...]
    """The tickets at counters, called last first; at most 16."""

    waiting: int
    pace: float = 1.0
    """How many of the hall's seconds pass in a real one: 1, except in a demonstration."""

    ready: tuple[Ready, ...] = ()


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


# -- Kiosks --


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


@dataclass(frozen=True, slots=True)
class TicketSlip:
    """An issued ticket, as it is printed and shown to the visitor."""

    seq: int
    ticket: str
    service: str
    language: Language
    issued_at: datetime
    ahead: int
    """Tickets of the same service that were waiting before it."""

    url: str
    """The page that follows the ticket; upper-case, to make a small QR."""

    priority: Priority = "normal"
    then: tuple[str, ...] = ()
    quantity: int = 1
    sheets: int = 1
    wait: Expected | None = None
    """What was expected when it was issued."""


# -- Agents' tablets --


@dataclass(frozen=True, slots=True)
class DeskTicket:
    """The ticket that a counter is busy with."""

    ticket: str
    service: str
    language: Language
    state: TicketState
    calls: int
    issued_at: datetime
    first_called_at: datetime
    """When it was first called: the end of its wait, also when it was sent on since."""

    called_at: datetime
    """When it was called to this counter."""

    started_at: datetime | None
    priority: Priority = "normal"
    then: tuple[str, ...] = ()
    """The services that the visitor goes to after this one."""

    quantity: int = 1


@dataclass(frozen=True, slots=True)
class WaitingTicket:
    """A ticket that waits, in the order in which tickets are due."""

    ticket: str
    service: str
    language: Language
    priority: Priority
    issued_at: datetime
    due_at: datetime


@dataclass(frozen=True, slots=True)
class ParkedTicket:
    """A ticket whose visitor left a counter to come back."""

    ticket: str
    service: str
    reason: str
    place: str
    since: datetime
    back_at: datetime | None


@dataclass(frozen=True, slots=True)
class MissedTicket:
    """A ticket whose visitor did not come, and may still."""

    ticket: str
    service: str
    until: datetime


@dataclass(frozen=True, slots=True)
class GoneTicket:
    """A ticket that was missed or cancelled, and may wait again."""

    ticket: str
    service: str
    state: TicketState
    until: datetime


@dataclass(frozen=True, slots=True)
class Colleague:
    """Another agent, and the counter that they have open."""

    agent: str
    counter: int


@dataclass(frozen=True, slots=True)
class WaitingService:
    """How a service's queue stands."""

    service: str
    waiting: int
    oldest_issued_at: datetime | None
    """When the ticket that waits longest was issued; nothing when none waits."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the hall's screens did with a call."""

    screens: int
    """Screens connected."""

    shown: int
    spoken: int
    off: tuple[str, ...]
    """Names of the screens that the hall expects and that are not connected."""


@dataclass(frozen=True, slots=True)
class Desk:
    """All that an agent's tablet shows."""

    seq: int
    at: datetime
    counter: int | None
    """The agent's counter; nothing until one is opened."""

    agent: str
    services: tuple[str, ...]
    ticket: DeskTicket | None
    waiting: tuple[WaitingService, ...]
    """Every service of the hall; those of this counter are in `services`."""

    free_counters: tuple[int, ...]
    """The counters that the agent may open."""

    receipt: Receipt | None
    """What the screens did with this counter's latest call; nothing without a call."""

    pause: str | None = None
    """Why the agent is on a break; nothing while at work."""

    line: tuple[WaitingTicket, ...] = ()
    """Those that the counter may call, due first first; at most 12."""

    parked: tuple[ParkedTicket, ...] = ()
    missed: tuple[MissedTicket, ...] = ()
    outcomes: tuple[str, ...] = ()
    """The codes that a service may be finished with."""

    colleagues: tuple[Colleague, ...] = ()
    """Those whom a visitor may be sent on to."""


# -- Supervisors --


@dataclass(frozen=True, slots=True)
class ServiceOverview:
    """One service's day so far."""

    service: str
    waiting: int
    oldest_issued_at: datetime | None
    issued: int
    called: int
    served: int
    no_shows: int
    transferred_in: int
    """Visitors sent here from another service; `served` counts them too."""

    transferred_out: int
    cancelled: int
    mean_wait: float | None
    p90_wait: float | None
    mean_service: float | None
    p90_service: float | None
    service_level: float | None
    """Share (0 to 1) of the called tickets that were called by their due moment."""

    paused: str | None = None
    """Why no tickets are issued for now; nothing while they are."""

    quota: int | None = None
    """As many tickets as are issued in a day; nothing when without a limit."""

    wait: Expected | None = None
    """What who takes a ticket now may expect; nothing for the whole hall."""

    expecting: Expecting | None = None


@dataclass(frozen=True, slots=True)
class CounterOverview:
    """One counter now, and its day so far."""

    counter: int
    agent: str | None
    services: tuple[str, ...]
    ticket: str | None
    service: str | None
    state: TicketState | None
    since: datetime | None
    """Since when the counter is in this state."""

    called: int
    served: int
    no_shows: int
    transferred: int
    """Visitors sent on to another service."""

    mean_service: float | None
    pause: str | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """A quarter of an hour of the day's chart."""

    at: datetime
    issued: int
    called: int
    waiting: int
    """Tickets waiting at the end of the slot."""


@dataclass(frozen=True, slots=True)
class DeviceState:
    """A kiosk or a screen, as the controller sees it."""

    name: str
    kind: DeviceKind
    is_connected: bool
    seq: int | None
    """The last state that it acknowledged."""


@dataclass(frozen=True, slots=True)
class Alert:
    """What one of the hall's rules watches for, and holds."""

    rule: str
    service: str
    counter: int | None
    """The idle counter, for a rule that watches for one."""

    since: datetime


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the supervisor's page shows."""

    seq: int
    at: datetime
    total: ServiceOverview
    """The whole hall; its `service` is empty."""

    services: tuple[ServiceOverview, ...]
    counters: tuple[CounterOverview, ...]
    slots: tuple[Slot, ...]
    devices: tuple[DeviceState, ...]
    alerts: tuple[Alert, ...] = ()
    parked: tuple[ParkedTicket, ...] = ()
    line: tuple[WaitingTicket, ...] = ()
    """Those who wait in the whole hall, due first first; at most 12."""

    gone: tuple[GoneTicket, ...] = ()
    """Those who were missed or cancelled and may wait again, the latest first; at most 12."""

    priorities: tuple[Priority, ...] = ()
    """The classes that the hall's rules have, `normal` with them; empty without any."""

    is_over: bool = False
    """Whether the hall has closed for the day."""


# -- Answers --


@dataclass(frozen=True, slots=True)
class Done:
    """A command was carried out; the state that tells of it has at least this `seq`."""

    seq: int


@dataclass(frozen=True, slots=True)
class Called:
    """A ticket was called, or taken in without a call; the desk shows it with this `seq`."""

    seq: int
    ticket: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A command was refused and nothing has changed. The code can be translated."""

    refused: str
    why: str = ""
    """For a developer: what was wrong with a malformed request."""


@dataclass(frozen=True, slots=True)
class NotYet:
    """A refusal that ends at a known moment: who is too early for an appointment learns it."""

    refused: str
    not_before: datetime
    why: str = ""
