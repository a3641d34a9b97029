"""What happened in the hall. Named in the past tense, and never refused.

An event carries all that `Hall.apply` needs, so that a replay tells the same story
after any change of settings.
"""

from controller.hall.events.calls import (
    NoShowRecorded,
    ServiceFinished,
    ServiceStarted,
    TicketCalled,
    TicketPreCalled,
    TicketRecalled,
    WalkInStarted,
    Why,
)
from controller.hall.events.counters import (
    CounterClosed,
    CounterOpened,
    CounterPaused,
    CounterResumed,
    CounterServicesChanged,
)
from controller.hall.events.day import (
    AnnouncementMade,
    AnnouncementWithdrawn,
    DayClosed,
    DayReopened,
    EmergencyLifted,
    EmergencyRaised,
    NumbersReserved,
    RuleSettled,
    RuleTriggered,
    ServicePaused,
    ServiceResumed,
)
from controller.hall.events.tickets import (
    CLOSING,
    ISSUED_ALONE,
    Place,
    TicketCancelled,
    TicketIssued,
    TicketMovedOn,
    TicketParked,
    TicketRedirected,
    TicketReinstated,
    TicketReprioritised,
    TicketResumed,
    TicketReturned,
    TicketTransferred,
    VisitRated,
)

AtCounterEvent = (
    WalkInStarted
    | TicketCalled
    | TicketRecalled
    | ServiceStarted
    | ServiceFinished
    | NoShowRecorded
    | TicketTransferred
    | TicketReturned
    | TicketParked
)
"""What happens to a ticket at a counter, or takes it there."""

WaitingEvent = (
    TicketIssued
    | TicketMovedOn
    | TicketPreCalled
    | TicketResumed
    | TicketReinstated
    | TicketCancelled
    | TicketRedirected
    | TicketReprioritised
)
"""What happens to a ticket in the queues, or brings it there."""

TicketEvent = AtCounterEvent | WaitingEvent | VisitRated
"""Whatever happens to a ticket."""

CounterEvent = (
    CounterOpened | CounterClosed | CounterPaused | CounterResumed | CounterServicesChanged
)
ServiceEvent = ServicePaused | ServiceResumed
RuleEvent = RuleTriggered | RuleSettled

EmergencyEvent = EmergencyRaised | EmergencyLifted
AnnouncementEvent = AnnouncementMade | AnnouncementWithdrawn
DayEvent = NumbersReserved | DayClosed | DayReopened

Event = (
    TicketEvent
    | CounterEvent
    | ServiceEvent
    | RuleEvent
    | EmergencyEvent
    | AnnouncementEvent
    | DayEvent
)

__all__ = [
    "CLOSING",
    "ISSUED_ALONE",
    "AnnouncementEvent",
    "AnnouncementMade",
    "AnnouncementWithdrawn",
    "AtCounterEvent",
    "CounterClosed",
    "CounterEvent",
    "CounterOpened",
    "CounterPaused",
    "CounterResumed",
    "CounterServicesChanged",
    "DayClosed",
    "DayEvent",
    "DayReopened",
    "EmergencyEvent",
    "EmergencyLifted",
    "EmergencyRaised",
    "Event",
    "NoShowRecorded",
    "NumbersReserved",
    "Place",
    "RuleEvent",
    "RuleSettled",
    "RuleTriggered",
    "ServiceEvent",
    "ServiceFinished",
    "ServicePaused",
    "ServiceResumed",
    "ServiceStarted",
    "TicketCalled",
    "TicketCancelled",
    "TicketEvent",
    "TicketIssued",
    "TicketMovedOn",
    "TicketParked",
    "TicketPreCalled",
    "TicketRecalled",
    "TicketRedirected",
    "TicketReinstated",
    "TicketReprioritised",
    "TicketResumed",
    "TicketReturned",
    "TicketTransferred",
    "VisitRated",
    "WaitingEvent",
    "WalkInStarted",
    "Why",
]
