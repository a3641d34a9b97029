"""What a visitor may ask of the screen itself: it ends with the visitor."""

from dataclasses import dataclass, replace
from enum import StrEnum


class Aid(StrEnum):
    """One of them, as its button is called: `aid:low`."""

    LOW = "low"
    """All controls within a seated person's reach."""

    CONTRAST = "contrast"
    """Black and white alone."""


@dataclass(frozen=True, slots=True)
class Aids:
    """Those that are on."""

    low: bool = False
    contrast: bool = False

    def switched(self, aid: Aid) -> "Aids":
        """Return them with this one on where it was off, and off where it was on."""
        return replace(self, **{aid: not self.has(aid)})

    def has(self, aid: Aid) -> bool:
        """Return whether it is on."""
        return bool(getattr(self, aid))
