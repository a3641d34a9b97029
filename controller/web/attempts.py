"""Wrong passwords: an address that tried too many has to wait."""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from gevent.event import Event
from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

Result = TypeVar("Result")

AT_ONCE = 4
"""Attempts of one address that are tried at the same time; the others wait for their turn."""


class TooManyAttempts(Exception):  # noqa: N818 - it is an answer to whoever tries
    """The address has had all its wrong attempts, and has to wait."""


class Attempts:
    """Charges each attempt before it is tried, and refunds it unless it was wrong.

    Charged only afterwards, any number of attempts at the same moment would be free. But a
    charge that may yet be refunded refuses nobody: whoever finds no more left waits for it.
    """

    def __init__(self, allowed: str) -> None:
        self._storage, self._allowed = MemoryStorage(), parse(allowed)
        self._limiter = FixedWindowRateLimiter(self._storage)
        self._lines: dict[str, Line] = {}

    def make(self, address: str, attempt: Callable[[], Result | None]) -> Result | None:
        """Make the attempt in its turn, and return what it returns: nothing, if it was wrong.

        Raises `TooManyAttempts` when it may not be made, and whatever the attempt raises.
        """
        with self._turn(address):
            is_wrong = False
            try:
                result = attempt()
                is_wrong = result is None
                return result
            finally:
                if not is_wrong:
                    self._storage.decr(self._allowed.key_for(address))

    @contextmanager
    def _turn(self, address: str) -> Iterator[None]:
        line = self._lines.setdefault(address, Line())
        try:
            line.wait(lambda: not line.trying or self._is_allowed(address))
            if not self._is_allowed(address):
                raise TooManyAttempts
            self._limiter.hit(self._allowed, address)
            with line.trial():
                yield
        finally:
            line.call()
            if line.is_empty():
                self._lines.pop(address, None)

    def _is_allowed(self, address: str) -> bool:
        return self._limiter.test(self._allowed, address)


class Line:
    """Those of one address who try, and those who wait, first come first served."""

    def __init__(self) -> None:
        self.trying = 0
        self._waiting: deque[Event] = deque()

    def wait(self, may_try: Callable[[], bool]) -> None:
        """Wait to be the first, for room and until this is so."""
        turn = Event()
        self._waiting.append(turn)
        try:
            while self._waiting[0] is not turn or self.trying >= AT_ONCE or not may_try():
                turn.clear()
                turn.wait()
        finally:
            self._waiting.remove(turn)

    @contextmanager
    def trial(self) -> Iterator[None]:
        """Count as one who tries; there may be room for another."""
        self.trying += 1
        self.call()
        try:
            yield
        finally:
            self.trying -= 1

    def call(self) -> None:
        """Let the first who waits look anew."""
        if self._waiting:
            self._waiting[0].set()

    def is_empty(self) -> bool:
        """Return whether nobody of this address is left."""
        return not self.trying and not self._waiting
