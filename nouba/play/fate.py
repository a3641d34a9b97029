"""What becomes of a visitor who is called."""

from enum import Enum
from threading import Lock

CYCLE = 12


class Fate(Enum):
    """How a visitor answers the call."""

    COMES = "comes"
    LATE = "late"
    """Comes only when called again."""

    ABSENT = "absent"
    """Has left: a no-show."""

    MOVES_ON = "moves on"
    """Comes, and is transferred to another service."""


class Fates:
    """Deals each ticket a fate at its first call, in a fixed cycle: one absent in twelve."""

    def __init__(self) -> None:
        self._fates: dict[str, Fate] = {}
        self._lock = Lock()
        self._dealt = 0

    def of(self, ticket: str) -> Fate:
        """Tell the ticket's fate."""
        with self._lock:
            if ticket not in self._fates:
                self._fates[ticket] = _deal(self._dealt)
                self._dealt += 1
            return self._fates[ticket]

    def moved_on(self, ticket: str) -> None:
        """Note that the ticket was transferred: at the next counter its visitor just comes."""
        with self._lock:
            self._fates[ticket] = Fate.COMES


def _deal(dealt: int) -> Fate:
    match dealt % CYCLE:
        case 3:
            return Fate.ABSENT
        case 5:
            return Fate.MOVES_ON
        case 8:
            return Fate.LATE
        case _:
            return Fate.COMES
