"""How much wider a range must be to hold what it promises.

Conformal: the share of waits that a range missed lately, whatever the reason, tells how much
wider the next must be (Y. Romano, E. Patterson and E. Candès, "Conformalized Quantile
Regression", NeurIPS 2019), here in shares of its width, so that long waits get more.
"""

from collections import deque

from controller.waits.range import Range
from controller.waits.window import Window

COVERED = 0.86
"""The share of waits that ranges are widened to: a little more than the four of five promised,
for tomorrow is never quite like yesterday."""

SEEN = 300
"""Waits that are looked back on."""

ENOUGH = 50
"""Waits before a margin is believed."""

LEAST_WIDTH = 1.0
"""Minutes that are added to a width: a range may have none."""


class Margin:
    """What the latest waits of one queue tell of its ranges."""

    def __init__(self) -> None:
        self._missed = Window(SEEN)
        self._days: deque[int] = deque(maxlen=SEEN)
        """On which days; of as many as there are in the window."""

    @property
    def is_known(self) -> bool:
        """Whether enough waits were seen."""
        return len(self._missed) >= ENOUGH

    def learn(self, day: int, raw: Range, wait: float) -> None:
        """Remember by how much the wait lay outside (below 0: inside) the unwidened range."""
        self._days.append(day)
        above = wait - raw.high
        # No wait is below none: a range that begins there is missed above alone.
        missed = max(raw.low - wait, above) if raw.low else above
        self._missed.add(missed / (raw.width + LEAST_WIDTH))

    def forget(self, before: int) -> None:
        """Forget the days before this one."""
        while self._days and self._days[0] < before:
            self._days.popleft()
            self._missed.drop()

    def widen(self, raw: Range) -> Range:
        """Return the range that would have held `COVERED` of the latest waits."""
        more = self._missed.quantile(COVERED) * (raw.width + LEAST_WIDTH)
        return Range.around(raw.low - more, raw.likely, raw.high + more)
