"""The other controllers of a hall: what they tell one another, beside the journal that they share.

Nothing of it must arrive. The journal alone says what happened; who hears no nudge reads it a
little later, and who is not heard of for some seconds is taken for gone.
"""

from collections.abc import Iterator
from typing import Protocol


class NeighboursAway(Exception):  # noqa: N818 - it says what happened, and is always handled
    """The neighbours cannot be reached for now."""


class Neighbours(Protocol):
    """What one controller says to the others. Everything here raises `NeighboursAway`."""

    def nudge(self, what: str) -> None:
        """Say to the others that something is new: a fact in the journal, or a device."""

    def nudges(self) -> Iterator[str]:
        """Wait for the others' nudges, for ever."""

    def leave(self, note: str) -> None:
        """Leave a note for the others; it is forgotten when it is not left again in time."""

    def notes(self) -> tuple[str, ...]:
        """Return the notes of the others."""
