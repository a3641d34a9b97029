"""What visitors with an appointment ask for."""

from dataclasses import dataclass
from datetime import datetime

from controller.hall.ids import (
    AppointmentCode,
    ServiceId,
)
from wire.messages import Language


@dataclass(frozen=True, slots=True)
class CheckIn:
    """The visitor with this appointment is here. All but the code is what the book says of it."""

    code: AppointmentCode
    service: ServiceId
    appointed_at: datetime
    language: Language = "ar"
