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
from wire.messages.alone import (
    MOST_LINES,
    Grant,
    HandedOver,
    HandOver,
    NumberBlock,
    OwnTicket,
    Reserve,
    SealedLine,
    TakenIn,
)
from wire.messages.answers import (
    Called,
    Done,
    NotYet,
    Refusal,
)
from wire.messages.kiosks import (
    CheckIn,
    Offer,
    OfferedService,
    PrinterState,
    TakeTicket,
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
    DECLARED,
    LANGUAGES,
    MOST_AT_ONCE,
    MOST_SERVICES,
    PRIORITIES,
    DeviceKind,
    Expected,
    Expecting,
    Language,
    PrinterTrouble,
    Priority,
    TicketState,
)

__all__ = [
    "DECLARED",
    "LANGUAGES",
    "MOST_AT_ONCE",
    "MOST_LINES",
    "MOST_SERVICES",
    "PRIORITIES",
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
    "GoneTicket",
    "Grant",
    "HandOver",
    "HandedOver",
    "Language",
    "MissedTicket",
    "NotYet",
    "NumberBlock",
    "Offer",
    "OfferedService",
    "Overview",
    "OwnTicket",
    "ParkedTicket",
    "PrinterState",
    "PrinterTrouble",
    "Priority",
    "Ready",
    "Receipt",
    "Refusal",
    "Reserve",
    "Row",
    "SealedLine",
    "ServiceOverview",
    "Shown",
    "Slot",
    "TakeTicket",
    "TakenIn",
    "TicketSlip",
    "TicketState",
    "WaitingService",
    "WaitingTicket",
]
