"""How long things last on a hall screen."""

from dataclasses import dataclass

LEAST_HIGHLIGHT = 10.0
MOST_FLASHES = 3.0
"""Flashes per second that nobody's health suffers from (WCAG 2.2, 2.3.1)."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Durations in seconds; the defaults are those of a hall."""

    highlight: float = 10.0
    """How long a call is large at least, even when others wait for their turn."""

    large: float = 25.0
    """How long it stays large when none waits, unless its visitor comes."""

    flashing: float = 4.0
    flashes_per_second: float = 1.0
    lines: float = 8.0
    """How long a part of the list is shown when the list is longer than the screen."""

    offline: float = 4.0
    """How long the controller may be away before the screen says so."""

    warning: float = 8.0
    """How long it says so in one language, before it does in the other."""

    def __post_init__(self) -> None:
        """Refuse what people would miss, or suffer from."""
        if self.highlight < LEAST_HIGHLIGHT or self.large < self.highlight:
            raise ValueError(f"a call must be large for {LEAST_HIGHLIGHT} s at least: {self}")
        if not 0 < self.flashes_per_second <= MOST_FLASHES:
            raise ValueError(f"a call may flash {MOST_FLASHES} times a second at most: {self}")
