"""What screens tell beside the notices, of what others wrote: the news that were accepted."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from media.playlist.model import Asset, Item


@dataclass(frozen=True, slots=True)
class Told:
    """Items that come and go without an editor's notice, and their files."""

    items: tuple[Item, ...] = ()
    assets: tuple[Asset, ...] = ()

    @property
    def marks(self) -> tuple[str, ...]:
        """What changes with anything that is seen of them: a mark of each."""
        return tuple(sha256(repr(each).encode()).hexdigest()[:16] for each in self.items)


Tell = Callable[[], Told]
"""Looks up what is to be told now."""


def nothing_told() -> Told:
    """Return nothing: the hall has no news."""
    return Told()
