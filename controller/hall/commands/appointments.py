"""What visitors with an appointment ask for."""

from dataclasses import dataclass
from datetime import datetime

from controller.hall.ids import (
    AppointmentCode,
    ServiceId,
)
from wire.messages import Language, Priority


@dataclass(frozen=True, slots=True)
class CheckIn:
    """The visitor with this appointment is here.

    What the code does not say, the book does; a visitor who chose a language now says that, too.
    """

    code: AppointmentCode
    service: ServiceId
    appointed_at: datetime
    language: Language = "ar"
    priority: Priority = "normal"
    """What the visitor declares; the higher of it and of the appointment counts."""
