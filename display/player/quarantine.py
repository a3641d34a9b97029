"""What failed three times on this screen is left out there, and the rest goes on. Pure."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from media.playlist.content import assets_of
from media.playlist.model import Asset, Item, Revision

ENOUGH = 3
"""So many failures of one item, and it is left out."""


@dataclass(frozen=True, slots=True)
class Strikes:
    """Failures in one revision, by what failed: the fingerprint of a file, or an item's id.

    Each publishing gives everything its three tries anew: somebody may have mended it.
    """

    counts: dict[str, int] = field(default_factory=dict)
    """Never changed in place."""

    def struck(self, what: str) -> "Strikes":
        """Count one failure more."""
        return Strikes({**self.counts, what: self.counts.get(what, 0) + 1})

    def struck_out(self, what: str) -> "Strikes":
        """Count what cannot succeed, however often it is tried."""
        return Strikes({**self.counts, what: ENOUGH})

    def is_out(self, what: str) -> bool:
        """Whether that has failed often enough."""
        return self.counts.get(what, 0) >= ENOUGH

    def quarantined(self, revision: Revision) -> tuple[str, ...]:
        """Return the ids of the items that are left out, in the revision's order."""
        return tuple(item.id for item in revision.items if self._is_left_out(item))

    def _is_left_out(self, item: Item) -> bool:
        return any(self.is_out(each) for each in (item.id, *assets_of(item.content)))


def needed(revision: Revision, left_out: Collection[str]) -> tuple[Asset, ...]:
    """Return the files that the other items need."""
    played = (item for item in revision.items if item.id not in left_out)
    wanted = {each for item in played for each in assets_of(item.content)}
    return tuple(asset for asset in revision.assets if asset.sha256 in wanted)


def without(revision: Revision, left_out: Collection[str]) -> Revision:
    """Return what a screen plays of a revision when these items are left out."""
    if not left_out:
        return revision
    items = tuple(item for item in revision.items if item.id not in left_out)
    lists = (
        replace(each, items=tuple(one for one in each.items if one not in left_out))
        for each in revision.playlists
    )
    playlists = tuple(each for each in lists if each.items)
    there = {each.id for each in playlists}
    placements = tuple(each for each in revision.placements if each.playlist in there)
    return replace(
        revision,
        items=items,
        playlists=playlists,
        placements=placements,
        assets=needed(revision, left_out),
    )
