"""What an address may have in a while: so that one visitor cannot take all there is."""

from collections.abc import Iterator
from contextlib import contextmanager

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

from controller.web.attempts import TooManyAttempts


class Allowance:
    """Counts for each address, in this process's memory alone."""

    def __init__(self, allowed: str) -> None:
        """Take the limit as it is written: `10 per hour`."""
        self._storage, self._allowed = MemoryStorage(), parse(allowed)
        self._limiter = FixedWindowRateLimiter(self._storage)

    @contextmanager
    def one(self, address: str) -> Iterator[None]:
        """Charge one; it is refunded when the block raises. Raises `TooManyAttempts`."""
        if not self._limiter.hit(self._allowed, address):
            raise TooManyAttempts
        try:
            yield
        except BaseException:
            self._storage.decr(self._allowed.key_for(address))
            raise
