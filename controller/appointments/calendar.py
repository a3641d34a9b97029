"""Which moments can be booked, whether or not they are taken."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from controller.appointments.appointment import Slot
from controller.hall import Hall, refusals
from controller.hall.ids import ServiceId
from controller.hall.rules import Rules
from controller.hall.service import Service


@dataclass(frozen=True, slots=True)
class Calendar:
    """The slots of a hall's services. There are none without opening hours: nobody knows when."""

    services: Mapping[ServiceId, Service]
    rules: Rules
    zone: ZoneInfo

    @classmethod
    def of(cls, hall: Hall, zone: ZoneInfo) -> "Calendar":
        """Return the calendar of a hall."""
        return cls(hall.services, hall.rules, zone)

    @property
    def offered(self) -> tuple[ServiceId, ...]:
        """The services that give appointments."""
        if self.rules.hours is None:
            return ()
        return tuple(each.id for each in self.services.values() if each.slot is not None)

    def service(self, service: ServiceId) -> Service:
        """Return the service; refuses `UnknownService`, or `NoSuchSlot` when it gives none."""
        if service not in self.services:
            raise refusals.UnknownService
        if service not in self.offered:
            raise refusals.NoSuchSlot
        return self.services[service]

    def day(self, at: datetime) -> date:
        """Return the hall's day at this moment."""
        return at.astimezone(self.zone).date()

    def days(self, at: datetime) -> tuple[date, ...]:
        """Return each day that can be booked at this moment, whether the hall is open or not."""
        today = self.day(at)
        return tuple(today + timedelta(days=n) for n in range(self.rules.days_ahead + 1))

    def slots(self, service: Service, day: date) -> Iterator[Slot]:
        """Give the service's slots of a day, from each opening on; each ends before the closing."""
        if self.rules.hours is None or service.slot is None:
            return
        for start, end in self.rules.hours.sessions(day):
            moment = start
            while moment + service.slot <= end:
                yield Slot(day, moment.time())
                moment += service.slot

    def is_slot(self, service: Service, slot: Slot) -> bool:
        """Return whether the service gives appointments then."""
        return slot in self.slots(service, slot.day)

    def is_stranded(self, service: ServiceId, slot: Slot) -> bool:
        """Return whether what was booked cannot be kept: the hall is closed then by now.

        Its hours have changed since, or it has no such service any more. Another division of
        the hours into slots strands nobody.
        """
        if service not in self.services:
            return True
        hours, moment = self.rules.hours, slot.moment(self.zone)
        if hours is None:
            return False
        return not any(start <= moment < end for start, end in hours.sessions(slot.day))

    def check(self, service: Service, slot: Slot, at: datetime) -> None:
        """Refuse what cannot be booked at this moment: `TooFarAhead`, `NoSuchSlot`, `TooLate`."""
        if slot.day > self.days(at)[-1]:
            raise refusals.TooFarAhead
        if not self.is_slot(service, slot):
            raise refusals.NoSuchSlot
        if slot.moment(self.zone) <= at:
            raise refusals.TooLate
