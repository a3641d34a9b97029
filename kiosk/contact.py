"""Whether the controller is there, and since when it is not."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Contact:
    """Counts the seconds without the controller; `patience` of them nobody needs to know of."""

    patience: int
    away: int
    is_there: bool = False

    def found(self) -> "Contact":
        """Return it when the controller is there."""
        return replace(self, is_there=True, away=0)

    def lost(self) -> "Contact":
        """Return it when the controller is away, for a moment perhaps."""
        return replace(self, is_there=False)

    def second_later(self) -> "Contact":
        """Return it when a second has passed."""
        return self if self.is_there else replace(self, away=self.away + 1)

    @property
    def is_cut_off(self) -> bool:
        """Whether it is away for longer than nobody needs to know of."""
        return self.away >= self.patience
