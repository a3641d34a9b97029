"""Appointments: visitors who will come at a set moment."""

from dataclasses import dataclass
from datetime import datetime

from controller.hall.ids import AppointmentCode, ServiceId, TicketNumber
from wire.messages import Language


@dataclass(slots=True)
class Appointment:
    """A visitor's appointment."""

    code: AppointmentCode
    """What the visitor shows; who knows it may check in or cancel."""

    service: ServiceId
    at: datetime
    language: Language
    ticket: TicketNumber | None = None
    """The ticket that it became at check-in."""

    is_cancelled: bool = False

    @property
    def is_open(self) -> bool:
        """Whether the visitor is still expected."""
        return self.ticket is None and not self.is_cancelled
