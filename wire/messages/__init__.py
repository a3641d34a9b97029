"""The messages on the wire.

State is sent whole, with the number of the last fact it knows of (`seq`): each
message replaces the one before. A call is an effect: it is sent once.

Times are aware and in UTC; durations are in seconds. docs/protocol.md tells the
same in prose, for clients in other languages.
"""

from wire.messages.agents import (
    Colleague,
    Desk,
    DeskTicket,
    GoneTicket,
    MissedTicket,
    ParkedTicket,
    Receipt,
    WaitingService,
    WaitingTicket,
)
from wire.messages.answers import (
    Called,
    Done,
    NotYet,
    Refusal,
)
from wire.messages.kiosks import (
    CheckIn,
    GiveUpTicket,
    Offer,
    OfferedService,
    PrinterState,
    RateTicket,
    TakeTicket,
    TicketFound,
    TicketSlip,
)
from wire.messages.screens import (
    Board,
    Call,
    Ready,
    Row,
    Shown,
)
from wire.messages.supervisors import (
    Alert,
    CounterOverview,
    DeviceState,
    Overview,
    ServiceOverview,
    Slot,
)
from wire.messages.terms import (
    ABOUT,
    DECLARED,
    FACES,
    LANGUAGES,
    MOST_AT_ONCE,
    MOST_SERVICES,
    PRIORITIES,
    About,
    DeviceKind,
    Expected,
    Expecting,
    Face,
    Language,
    PrinterTrouble,
    Priority,
    TicketState,
)

__all__ = [
    "ABOUT",
    "DECLARED",
    "FACES",
    "LANGUAGES",
    "MOST_AT_ONCE",
    "MOST_SERVICES",
    "PRIORITIES",
    "About",
    "Alert",
    "Board",
    "Call",
    "Called",
    "CheckIn",
    "Colleague",
    "CounterOverview",
    "Desk",
    "DeskTicket",
    "DeviceKind",
    "DeviceState",
    "Done",
    "Expected",
    "Expecting",
    "Face",
    "GiveUpTicket",
    "GoneTicket",
    "Language",
    "MissedTicket",
    "NotYet",
    "Offer",
    "OfferedService",
    "Overview",
    "ParkedTicket",
    "PrinterState",
    "PrinterTrouble",
    "Priority",
    "RateTicket",
    "Ready",
    "Receipt",
    "Refusal",
    "Row",
    "ServiceOverview",
    "Shown",
    "Slot",
    "TakeTicket",
    "TicketFound",
    "TicketSlip",
    "TicketState",
    "WaitingService",
    "WaitingTicket",
]
