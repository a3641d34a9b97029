"""Who is in the hall: what the agents and the visitors of a played morning share."""

from threading import Event, Lock

from nouba.play.fate import Fates


class Crowd:
    """Counts those who came and those who left. Safe for several threads."""

    def __init__(self) -> None:
        self.fates = Fates()
        self._lock = Lock()
        self._tickets: list[str] = []
        self._gone = 0
        self._nobody_comes = Event()

    @property
    def tickets(self) -> tuple[str, ...]:
        """The numbers that visitors read on the kiosk, in order."""
        return tuple(self._tickets)

    @property
    def is_over(self) -> bool:
        """Whether nobody comes any more and everybody has left."""
        return self._nobody_comes.is_set() and self._gone >= len(self._tickets)

    def came(self, ticket: str) -> None:
        """Note a visitor's number."""
        with self._lock:
            self._tickets.append(ticket)

    def left(self) -> None:
        """Note that a visitor was served, or was marked as a no-show."""
        with self._lock:
            self._gone += 1

    def nobody_comes_any_more(self) -> None:
        """Note that the last visitor has a ticket."""
        self._nobody_comes.set()
