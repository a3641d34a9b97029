"""What may be done with appointments, by whoever knows a code."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime

from controller.appointments.appointment import Appointment, Fate, Slot, Wish
from controller.appointments.book import Book
from controller.appointments.calendar import Calendar
from controller.hall import Hall, refusals
from controller.hall.commands import CheckIn
from controller.hall.ids import AppointmentCode, ServiceId
from controller.hall.refusals import Refused

Closed = Callable[[ServiceId], Refused | None]
"""Why nothing more can be booked for today; nothing when it can."""


def closed_today(hall: Hall, service: ServiceId) -> Refused | None:
    """Return why nobody can be expected any more today: the day is over, or the service paused.

    A pause ends with its day: it says nothing of the next ones.
    """
    if hall.is_over:
        return refusals.DayOver()
    return refusals.ServicePaused() if service in hall.paused else None


class Appointments:
    """Books, moves and cancels by the hall's rules. All of it raises `Refused` or `StoreError`."""

    def __init__(
        self,
        book: Book,
        calendar: Calendar,
        closed: Closed,
        in_time_from: Callable[[datetime], datetime],
        now: Callable[[], datetime],
    ) -> None:
        """`in_time_from` is the earliest appointment that is not missed; `now` the hall's clock."""
        self._book, self._closed, self._now = book, closed, now
        self._in_time_from = in_time_from
        self.calendar = calendar

    @property
    def today(self) -> date:
        """The hall's day."""
        return self.calendar.day(self._now())

    # -- What is free --

    def days(self, service: ServiceId) -> dict[date, int]:
        """Return each day that has free places, and how many."""
        free: Counter[date] = Counter()
        for slot, places in self._free(service, self.calendar.days(self._now())):
            free[slot.day] += places
        return dict(free)

    def slots(self, service: ServiceId, day: date) -> tuple[Slot, ...]:
        """Return the slots of a day that have a free place; none of a day beyond the horizon."""
        if day not in self.calendar.days(self._now()):
            return ()
        return tuple(slot for slot, _ in self._free(service, (day,)))

    def _free(self, service: ServiceId, days: tuple[date, ...]) -> Iterator[tuple[Slot, int]]:
        known, at = self.calendar.service(service), self._now()
        taken = self._book.taken(service, days[0], days[-1])
        for slot in self._bookable(service, days, at):
            places = known.slot_capacity - taken.get(slot, 0)
            if places > 0:
                yield slot, places

    def _bookable(self, service: ServiceId, days: Iterable[date], at: datetime) -> Iterator[Slot]:
        known, is_closed = self.calendar.service(service), self._closed(service) is not None
        for day in days:
            if is_closed and day == self.calendar.day(at):
                continue
            slots = self.calendar.slots(known, day)
            yield from (each for each in slots if each.moment(self.calendar.zone) > at)

    # -- What visitors do --

    def check(self, service: ServiceId, slot: Slot) -> None:
        """Refuse what cannot be booked; only that it is taken, `book` alone finds out."""
        at = self._now()
        self.calendar.check(self.calendar.service(service), slot, at)
        refusal = self._closed(service) if slot.day == self.calendar.day(at) else None
        if refusal is not None:
            raise refusal

    def book(self, wish: Wish) -> Appointment:
        """Hold a place for the visitor."""
        self.check(wish.service, wish.slot)
        return self._book.hold(wish, self._capacity(wish.service))

    def move(self, code: AppointmentCode, slot: Slot) -> None:
        """Hold another place instead; the old one is free from then on, and never before."""
        appointment = self._expected(code)
        if appointment.slot == slot:
            return
        self.check(appointment.service, slot)
        if not self._book.move(code, slot, self._capacity(appointment.service)):
            self._expected(code)

    def cancel(self, code: AppointmentCode, because: str = "") -> None:
        """Free the place; the staff tell its visitor why."""
        self._expected(code)
        if not self._book.cancel(code, because):
            self._expected(code)

    def find(self, code: AppointmentCode) -> Appointment | None:
        """Return the appointment with this code."""
        return self._book.find(code)

    def arrival(self, code: AppointmentCode) -> CheckIn:
        """Return the command by which the visitor with this code checks in.

        Refuses a code that is not known, or was for a past day, or was cancelled, and one of a
        time at which the hall is closed. Whether it is the time for it is the hall's to decide.
        """
        found = self._book.find(code)
        if found is None:
            raise refusals.UnknownAppointment
        if self.is_stranded(found):
            raise refusals.AppointmentStranded
        if found.slot.day < self.today:
            raise refusals.UnknownAppointment
        # Who was quicker than the cancelling gets the same ticket again, as for any request.
        if found.is_cancelled and found.ticket is None:
            raise refusals.AppointmentCancelled
        appointed_at = found.slot.moment(self.calendar.zone)
        return CheckIn(found.code, found.service, appointed_at, found.language)

    # -- What becomes of them --

    def fate(self, appointment: Appointment) -> Fate:
        """Return what has become of the appointment by now."""
        return appointment.fate(self._in_time_from(self._now()), self.calendar.zone)

    def on(self, day: date) -> tuple[tuple[Appointment, Fate], ...]:
        """Return a day's appointments by their time, and what has become of each."""
        since, zone = self._in_time_from(self._now()), self.calendar.zone
        return tuple((each, each.fate(since, zone)) for each in self._book.on(day))

    def is_stranded(self, appointment: Appointment) -> bool:
        """Return whether its visitor would come to a closed hall: it changed after the booking."""
        is_open = appointment.ticket is None and not appointment.is_cancelled
        return is_open and self.calendar.is_stranded(appointment.service, appointment.slot)

    def stranded(self) -> tuple[Appointment, ...]:
        """Return by their time all that are still to come, and come to a closed hall."""
        expected = self._book.expected_from(self.today)
        return tuple(each for each in expected if self.is_stranded(each))

    def may_change(self, appointment: Appointment) -> bool:
        """Return whether it can still be moved or cancelled: until its moment."""
        is_open = appointment.ticket is None and not appointment.is_cancelled
        return is_open and appointment.slot.moment(self.calendar.zone) > self._now()

    def _expected(self, code: AppointmentCode) -> Appointment:
        found = self._book.find(code)
        if found is None:
            raise refusals.UnknownAppointment
        if found.ticket is not None:
            raise refusals.AlreadyCheckedIn
        if found.is_cancelled:
            raise refusals.AppointmentCancelled
        if not self.may_change(found):
            raise refusals.TooLate
        return found

    def _capacity(self, service: ServiceId) -> int:
        return self.calendar.service(service).slot_capacity
