"""Services: what visitors come to the hall for."""

from dataclasses import dataclass
from datetime import timedelta

from controller.hall.ids import ServiceId


@dataclass(frozen=True, slots=True)
class Service:
    """Something that the hall does for visitors."""

    id: ServiceId
    prefix: str
    """The letter before the number on its tickets: the `A` of `A042`.

    Services of one office share it, and then share one row of numbers.
    """

    target: timedelta
    """How long a visitor should wait at most before being called."""

    quota: int | None = None
    """How many tickets are issued for it in a day at most; nothing when without a limit."""

    slot: timedelta | None = None
    """How far its appointments are apart, from opening on; nothing when it gives none."""

    slot_capacity: int = 1
    """How many appointments share one moment."""
