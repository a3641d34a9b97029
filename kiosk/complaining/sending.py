"""What a complaint needs to be sent: a number, a request of its own, and who keeps it."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass

from wire.appointment_code import ALPHABET
from wire.follow_up import LENGTH
from wire.messages import TellComplaint


@dataclass(frozen=True, slots=True)
class Sending:
    """The screen draws the number: a visitor has it at once, also without the network."""

    keep: Callable[[TellComplaint], bool]
    """Returns whether it is on the disk; whoever asks need not wait until it is sent."""

    new_request: Callable[[], str]
    new_code: Callable[[], str]


def drawn_code() -> str:
    """Return a follow-up number that nobody can foresee."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))
