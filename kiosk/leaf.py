"""Which part of a long list is shown: nothing scrolls."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Leaf:
    """Which part of a long list is shown, counted from 1."""

    number: int = 1
    count: int = 1

    @property
    def is_first(self) -> bool:
        """Whether nothing comes before."""
        return self.number == 1

    @property
    def is_last(self) -> bool:
        """Whether nothing comes after."""
        return self.number == self.count
