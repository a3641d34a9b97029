"""What agents' tablets are sent."""

from dataclasses import dataclass
from datetime import datetime

from wire.messages.screens import Emergency
from wire.messages.terms import Language, Priority, TicketState


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

    priorities: tuple[Priority, ...] = ()
    """The classes that a visitor may declare, at a desk as at a kiosk."""

    takes_appointments: bool = False
    """Whether somebody may have an appointment, and check in with its code."""

    emergencies: tuple[Emergency, ...] = ()
    """Those that last, the newest last, with who raised them."""
