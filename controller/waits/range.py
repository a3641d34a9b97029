"""A wait that is expected, as a range."""

from dataclasses import dataclass
from math import floor

LOW, HIGH = 0.1, 0.9
"""The shares of visitors who wait less than the range's ends."""


@dataclass(frozen=True, slots=True)
class Range:
    """Between which minutes a wait will be, and which is the likeliest; never negative.

    Four of five waits should lie inside it, one of ten below and one of ten above.
    """

    low: float
    likely: float
    high: float

    @classmethod
    def around(cls, low: float, likely: float, high: float) -> "Range":
        """Return the range of these minutes, put in order; what is negative becomes none."""
        middle = max(0.0, likely)
        return cls(max(0.0, min(low, middle)), middle, max(high, middle))

    def mixed(self, other: "Range", share: float) -> "Range":
        """Return the range between the two, of which the other makes up this share (0 to 1)."""
        return Range(
            self.low + share * (other.low - self.low),
            self.likely + share * (other.likely - self.likely),
            self.high + share * (other.high - self.high),
        )

    @property
    def width(self) -> float:
        """The minutes between its ends."""
        return self.high - self.low

    @property
    def read(self) -> "Range":
        """The range as it is read: in whole minutes, the nearest."""
        return Range(*(float(floor(end + 0.5)) for end in (self.low, self.likely, self.high)))

    def covers(self, wait: float) -> bool:
        """Whether a wait of so many minutes lies inside."""
        return self.low <= wait <= self.high

    def loss(self, wait: float) -> float:
        """Return how bad the range was for a wait of so many minutes: the mean pinball loss.

        The three numbers are quantiles; each costs its distance, weighted so that only the
        true quantile costs least in the long run (R. Koenker and G. Bassett, "Regression
        Quantiles", Econometrica 46, 1978).
        """
        low = _pinball(wait - self.low, LOW)
        likely = _pinball(wait - self.likely, 0.5)
        return (low + likely + _pinball(wait - self.high, HIGH)) / 3


def _pinball(missed: float, share: float) -> float:
    return missed * share if missed >= 0 else missed * (share - 1)
