"""What the web application is built around."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from controller.appointments import Appointments
from controller.expectations import Expectations
from controller.identity import Devices, People, Sessions
from controller.neighbours import Neighbours
from controller.order import OrderKept
from controller.reception import Reception
from controller.web.complaining import Complaining
from controller.web.content import Content
from controller.web.fleet import Fleet
from controller.web.follow_code import FollowCodes
from controller.web.news_page import NewsDesk
from controller.web.reports import Reports
from controller.web.signage import Signage


@dataclass(frozen=True, slots=True)
class Parts:
    """Who and what serves the hall, and at which pace."""

    reception: Reception
    people: People
    """Who may sign in."""

    sessions: Sessions
    """Who has signed in."""

    devices: Devices
    """Which kiosks and screens may connect."""

    content: Content
    codes: FollowCodes
    """Stand in the tickets' QR."""

    appointments: Appointments
    """Who will come, and when there is room for whom."""

    secret: str
    """Signs cookies."""

    expectations: Expectations
    """Hear the reception's facts already."""

    order: OrderKept
    """Hears them, too."""

    seal: Callable[[], str]
    """The journal's latest; may raise `JournalError`."""

    reports: Reports
    """For the supervisors."""

    now: Callable[[], datetime]
    """The hall's clock."""

    zone: ZoneInfo
    """Tells which day it is in the hall."""

    signage: Signage
    """What screens play between calls."""

    fleet: Fleet
    """What is kept of the devices as machines."""

    complaining: Complaining
    """What visitors told at the information screens."""

    news: NewsDesk | None = None
    """What editors decide on; nothing without feeds."""

    pace: float = 1.0
    """How fast the hall's clock runs: 1, except in a demonstration."""

    poll_seconds: float = 0.25
    """How often to read what other processes wrote."""

    recheck_seconds: float = 0.5
    """How often to look up whether those who are connected may still be."""

    neighbours: Neighbours | None = None
    """The hall's other controllers, as far as they can be heard."""

    is_shared: bool = False
    """Whether other controllers may use the same database, heard or not."""

    @property
    def is_alone(self) -> bool:
        """Whether no other controller can serve the hall."""
        return self.neighbours is None and not self.is_shared

    attempts: str = "10 per minute"
    """Wrong passwords, and wrong codes, from one address before it has to wait."""

    guesses: str = "30 per minute"
    """Wrong codes of tickets from one address: all in a hall may share one."""

    bookings: str = "10 per hour"
    """Appointments booked from one address before it has to wait."""

    def today(self) -> date:
        """Return the day of the hall's clock."""
        return self.now().astimezone(self.zone).date()

    def clock(self) -> dict[str, object]:
        """Return what a page needs to go with the hall's clock: its pace, and seconds from UTC."""
        offset = self.now().astimezone(self.zone).utcoffset() or timedelta()
        return {"pace": self.pace, "offset": offset.total_seconds()}
