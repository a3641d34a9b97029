"""What happens to those who wait, one step after the other."""

from dataclasses import dataclass
from typing import Literal

from controller.waits.moment import Moment

Deed = Literal["issued", "joined", "called", "left"]
"""A ticket waits and is told a range; waits again; goes to a counter; goes, and was not called."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one ticket did, and when."""

    at: Moment
    deed: Deed
    ticket: str
    queue: str = ""
    """Where it waits from now on; nothing when it goes."""

    ahead: int | None = None
    """How many are called before it, as far as the hall knows; all who wait, when nothing."""

    kind: str = "normal"
    """Its priority class; tickets of one class are likest to one another."""
