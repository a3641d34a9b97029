"""The codes of appointments: short enough to type, too many to guess."""

import secrets

from controller.hall.ids import AppointmentCode
from wire import appointment_code
from wire.appointment_code import ALPHABET, LENGTH


def new_code() -> AppointmentCode:
    """Return a code that nobody can foresee."""
    return AppointmentCode("".join(secrets.choice(ALPHABET) for _ in range(LENGTH)))


def read_code(written: str) -> AppointmentCode:
    """Return the code as the book has it: typed in any case and grouping, or a scanned address."""
    return AppointmentCode(appointment_code.read(written))
