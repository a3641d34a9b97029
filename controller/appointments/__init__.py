"""Appointments: places at set moments, held for visitors who book ahead.

The book of appointments is their truth until the visitor comes; from the check-in on, the
ticket's journal is. Of a visitor it knows a code and a language, and nothing else.
"""

from controller.appointments.appointment import Appointment, Fate, Slot, Wish
from controller.appointments.appointments import Appointments, closed_today
from controller.appointments.book import Book
from controller.appointments.calendar import Calendar

__all__ = [
    "Appointment",
    "Appointments",
    "Book",
    "Calendar",
    "Fate",
    "Slot",
    "Wish",
    "closed_today",
]
