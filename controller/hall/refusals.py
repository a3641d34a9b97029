"""Why the hall may refuse a command. Each has a code that a screen can translate."""

from datetime import datetime
from typing import ClassVar


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """The hall cannot do what was asked, and nothing has changed."""

    code: ClassVar[str]
    not_before: datetime | None = None
    """From when it may be asked again, where a set moment is all that it takes."""


class NobodyWaiting(Refused):
    """No ticket waits for the services of this counter."""

    code = "nobody_waiting"


class CounterBusy(Refused):
    """The counter has a ticket, or another agent sits there."""

    code = "counter_busy"


class CounterIdle(Refused):
    """The counter has no ticket."""

    code = "counter_idle"


class CounterNotOpen(Refused):
    """No agent sits at the counter."""

    code = "counter_not_open"


class AgentElsewhere(Refused):
    """The agent already sits at another counter."""

    code = "agent_elsewhere"


class SameService(Refused):
    """A transfer would not change the service."""

    code = "same_service"


class UnknownCounter(Refused):
    """The hall has no counter of this number."""

    code = "unknown_counter"


class UnknownService(Refused):
    """The hall does not offer this service."""

    code = "unknown_service"


class WrongMoment(Refused):
    """The ticket is not in the state that this needs."""

    code = "wrong_moment"


class CounterPaused(Refused):
    """The agent is on a break."""

    code = "counter_paused"


class UnknownTicket(Refused):
    """No ticket of this number was issued today."""

    code = "unknown_ticket"


class ReasonMissing(Refused):
    """This needs a reason."""

    code = "reason_missing"


class RecalledEnough(Refused):
    """The ticket was called as often as the hall calls."""

    code = "recalled_enough"


class TooLate(Refused):
    """The time for this is over."""

    code = "too_late"


class NoSuchSlot(Refused):
    """The service gives no appointments at this moment."""

    code = "no_such_slot"


class ServiceClosed(Refused):
    """No ticket is issued for this service at this time of day."""

    code = "service_closed"


class LastTicketGiven(Refused):
    """It is too late before closing to issue one more ticket; who has one is still called."""

    code = "last_ticket_given"


class ServicePaused(Refused):
    """No ticket is issued for this service for now."""

    code = "service_paused"


class QuotaReached(Refused):
    """As many tickets were issued for this service as can be served today."""

    code = "quota_reached"


class AgentAway(Refused):
    """No counter has this agent now, or another one than was named beside."""

    code = "agent_away"


class UnknownOutcome(Refused):
    """The hall lists no such outcome."""

    code = "unknown_outcome"


class UnknownAppointment(Refused):
    """There is no such appointment, or its day has passed."""

    code = "unknown_appointment"


class AppointmentCancelled(Refused):
    """The appointment was cancelled."""

    code = "appointment_cancelled"


class AlreadyCheckedIn(Refused):
    """Who had the appointment has a ticket already."""

    code = "already_checked_in"


class AppointmentStranded(Refused):
    """The hall changed its hours or services after this was booked, and is closed at its time."""

    code = "appointment_stranded"


class TooEarly(Refused):
    """It is too long until the appointed moment to check in."""

    code = "too_early"

    def __init__(self, not_before: datetime) -> None:
        super().__init__(f"not before {not_before.isoformat()}")
        self.not_before = not_before


class TooFarAhead(Refused):
    """Appointments are not given yet for a day that is so far."""

    code = "too_far_ahead"


class SlotTaken(Refused):
    """This moment has no room for another appointment."""

    code = "slot_taken"


class DayOver(Refused):
    """The hall has closed for the day."""

    code = "day_over"


class InEmergency(Refused):
    """Everybody must leave, or stay where they are: nobody is called, and no ticket given."""

    code = "emergency"


class BadQuantity(Refused):
    """Not as many as this at once."""

    code = "bad_quantity"


class NotReserved(Refused):
    """The number is not one that this kiosk may give out."""

    code = "not_reserved"


class NumberUsed(Refused):
    """Another ticket of today has this number."""

    code = "number_used"


class BadAnswer(Refused):
    """No such face, or nothing that an answer can be about."""

    code = "bad_answer"


class TooManyServices(Refused):
    """Not as many services as this on one ticket."""

    code = "too_many_services"


class NotSkilled(Refused):
    """The agent cannot give this service."""

    code = "not_skilled"
