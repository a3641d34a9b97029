"""What a tour does to the hall beside visiting it."""

from collections.abc import Callable
from dataclasses import dataclass

Switch = Callable[[], None]
"""Does something to the hall."""


@dataclass(frozen=True, slots=True)
class Stillness:
    """Lets the controller stand still from `begin` to `end`, as when its cable is pulled."""

    begin: Switch
    end: Switch
