"""The book of appointments: where they are kept, for all the processes of a hall."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from controller.appointments.appointment import Appointment, Slot, Wish
from controller.hall.ids import AppointmentCode, ServiceId


class Book(Protocol):
    """The appointments of one hall. Everything here raises `controller.identity.StoreError`."""

    def hold(self, wish: Wish, capacity: int) -> Appointment:
        """Give the wish one of the slot's `capacity` places, or refuse `SlotTaken`.

        However many processes ask at once, no slot ever has more appointments than places.
        """

    def move(self, code: AppointmentCode, slot: Slot, capacity: int) -> bool:
        """Let the appointment have a place in another slot instead, or refuse `SlotTaken`.

        The old place is free from the same moment on. Returns whether it was still expected.
        """

    def cancel(self, code: AppointmentCode, because: str = "") -> bool:
        """Free the appointment's place, and keep why. Returns whether it was still expected."""

    def find(self, code: AppointmentCode) -> Appointment | None:
        """Return the appointment with this code."""

    def taken(self, service: ServiceId, first: date, last: date) -> Mapping[Slot, int]:
        """Return how many places are taken in each slot of these days; none where it is missing."""

    def expected_from(self, day: date) -> tuple[Appointment, ...]:
        """Return by their time those of that day and later that were not cancelled and not used."""

    def on(self, day: date) -> tuple[Appointment, ...]:
        """Return the day's appointments by their time, those that were cancelled too."""
