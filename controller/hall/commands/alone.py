"""What kiosks ask for, to issue tickets while they are alone."""

from dataclasses import dataclass
from datetime import datetime

from controller.hall.blocks import Block
from controller.hall.commands.visitors import IssueTicket
from controller.hall.ids import KioskName, TicketNumber


@dataclass(frozen=True, slots=True)
class ReserveNumbers:
    """A kiosk wants enough numbers of each prefix for when it is alone."""

    kiosk: KioskName
    held: tuple[Block, ...] = ()
    """What it was granted today and still has. It has lost all else, with what it gave of it."""


@dataclass(frozen=True, slots=True)
class TakeIn:
    """A kiosk hands over a ticket that it issued alone."""

    kiosk: KioskName
    prefix: str
    serial: int
    wish: IssueTicket
    issued_at: datetime
    """When, as far as the kiosk knew the hall's time."""

    heard_at: datetime
    """The hall's time when the kiosk had heard of the hall last: it was issued after that."""

    instead_of: TicketNumber | None = None
    """The ticket that the same wish had got before, and that the kiosk never heard of."""


KioskCommand = ReserveNumbers | TakeIn
