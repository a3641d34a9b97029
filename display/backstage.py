"""What the stage needs of the program behind it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Backstage:
    """Where files are, and who is told of what could not be shown."""

    file: Callable[[str], Path]
    """Where the file of an asset is, by its SHA-256."""

    failed: Callable[[str], None]
    """Takes the item of which nothing can be shown: another one is to come."""

    moment: Callable[[], float] = lambda: 0.0
    """The moment now, by the clock of the scenes."""


def nowhere() -> Backstage:
    """Return what a screen has that shows words alone."""
    return Backstage(Path, lambda _: None)
