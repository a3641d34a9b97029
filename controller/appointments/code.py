"""The codes of appointments: short enough to type, too many to guess."""

import secrets

from controller.hall.ids import AppointmentCode

ALPHABET = "34679CDFGHJKMNPQRTWXY"
"""No two of them look alike on a bad print (0 O, 1 I L, 2 Z, 5 S, 8 B, U V), and no vowels: so
no words come out."""

LENGTH = 8
"""21⁸ are 38 thousand millions. With 30,000 appointments open, which is a month of a large hall,
one guess in a million meets one; an address has ten wrong guesses a minute, so somebody who
guesses without a pause meets one in some three months, and learns a service and a time."""


def new_code() -> AppointmentCode:
    """Return a code that nobody can foresee."""
    return AppointmentCode("".join(secrets.choice(ALPHABET) for _ in range(LENGTH)))


def read_code(written: str) -> AppointmentCode:
    """Return the code as the book has it: typed in any case and grouping, or a scanned address."""
    code = written.strip().rstrip("/").rpartition("/")[-1].upper()
    return AppointmentCode("".join(each for each in code if each.isalnum()))


def shown(code: AppointmentCode) -> str:
    """Return the code as people read it: `K7QM-3XPT`."""
    return f"{code[: LENGTH // 2]}-{code[LENGTH // 2 :]}"
