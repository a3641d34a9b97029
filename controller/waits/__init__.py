"""How long a visitor will wait: a range, learned from what happened before, and scored after.

Pure Python, without clock, database or network. What happens to tickets goes in (`Waits.issued`,
`called`, `left`, or a hall's events through `take`), ranges in minutes come out
(`Waits.estimate`). All that is known at a moment comes from before it.
"""

from controller.waits.range import Range
from controller.waits.waits import Waits

__all__ = ["Range", "Waits"]
