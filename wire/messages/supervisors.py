"""What the supervisors' pages are sent."""

from dataclasses import dataclass
from datetime import datetime

from wire.messages.agents import GoneTicket, ParkedTicket, WaitingTicket
from wire.messages.fleet import DeviceAlarm, ScreenHealth
from wire.messages.screens import Announcement, Emergency
from wire.messages.terms import (
    DeviceKind,
    Expected,
    Expecting,
    PrinterTrouble,
    Priority,
    TicketState,
)


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
    """Share (0 to 1) of the called tickets that were called by the moment that was promised."""

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
    unattended_since: datetime | None = None
    """Since when no page of its agent is connected; nothing while one is, or is not missed."""


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

    printer: tuple[PrinterTrouble, ...] | None = None
    """What troubles a kiosk's printer; nothing while it has not said how it is."""

    not_taken_in: tuple[str, ...] = ()
    """Numbers that a kiosk gave while it was alone, and of which the hall knows no ticket."""

    health: ScreenHealth | None = None
    """How the machine behind a screen is; nothing while it has not said."""


@dataclass(frozen=True, slots=True)
class Alert:
    """What one of the hall's rules watches for, and holds."""

    rule: str
    service: str | None
    """Nothing for a rule that watches the whole hall."""

    counter: int | None
    """The idle counter, for a rule that watches for one."""

    since: datetime


@dataclass(frozen=True, slots=True)
class Clocks:
    """Two clocks of one hall that do not agree."""

    ours: datetime
    """What the clock of the controller's machine said."""

    theirs: datetime
    """What the database's clock said at that moment; the hall goes by it."""


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
    alarms: tuple[DeviceAlarm, ...] = ()
    """What is wrong with devices, and has been for too long."""

    unattended: tuple[int, ...] = ()
    """The counters that have been without their agents for too long, by the hall's rules."""

    clocks: Clocks | None = None
    """What they say while nothing can be done, because this controller's clock is wrong."""

    parked: tuple[ParkedTicket, ...] = ()
    line: tuple[WaitingTicket, ...] = ()
    """Those who wait in the whole hall, due first first; at most 12."""

    gone: tuple[GoneTicket, ...] = ()
    """Those who were missed or cancelled and may wait again, the latest first; at most 12."""

    priorities: tuple[Priority, ...] = ()
    """The classes that the hall's rules have, `normal` with them; empty without any."""

    is_over: bool = False
    """Whether the hall has closed for the day."""

    emergencies: tuple[Emergency, ...] = ()
    """Those that last, the newest last, with who raised them."""

    announcements: tuple[Announcement, ...] = ()
    """Those that the screens say or have said and that are true, the newest last."""
