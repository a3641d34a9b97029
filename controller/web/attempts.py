"""Wrong passwords: an address that tried too many has to wait."""

from limits import parse
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter


class Attempts:
    """Charges each attempt before it is tried, and refunds it when it was right.

    Charged only afterwards, any number of attempts at the same moment would be free.
    """

    def __init__(self, allowed: str) -> None:
        self._limiter, self._allowed = FixedWindowRateLimiter(MemoryStorage()), parse(allowed)

    def begin(self, address: str) -> bool:
        """Charge an attempt; return whether it may be made."""
        return self._limiter.hit(self._allowed, address)

    def was_right(self, address: str) -> None:
        """Refund the attempt."""
        self._limiter.hit(self._allowed, address, cost=-1)
