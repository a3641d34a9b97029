"""Priority classes: who is called sooner than others, and by how much."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class PriorityClass:
    """What one class of visitors is given, under each policy.

    No reason and no proof is kept: a visitor says so at the kiosk (law 97-13, art. 20,
    gives people with disabilities priority at counters; law 09-08, art. 12, forbids to
    note why without leave).
    """

    head_start: timedelta = timedelta(0)
    """Due moments: how much sooner its tickets are due."""

    level: int = 0
    """Strict priority: nobody of a lower level is called before."""

    share: int = 1
    """Interleaving: how many of its tickets are called in one round; at least 1."""

    rate: float = 1.0
    """Accumulating priority: points that a ticket gathers in a minute of waiting."""


NORMAL = PriorityClass()
"""What a class is given that the settings do not name."""
