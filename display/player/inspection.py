"""What a screen's disk holds, looked at from outside while its player runs. It changes nothing."""

from dataclasses import dataclass
from pathlib import Path

from display.player.quarantine import needed
from display.player.store import Store
from display.player.strikes_file import read_strikes
from media.playlist.model import Asset, Revision
from wire.messages import Published


@dataclass(frozen=True, slots=True)
class Inspection:
    """What is there of one revision."""

    name: Published
    revision: Revision | None
    """Nothing where its manifest is not here, or damaged."""

    left_out: tuple[str, ...] = ()
    here: tuple[Asset, ...] = ()
    missing: tuple[Asset, ...] = ()
    """Files that are not here, or not what they were."""

    @property
    def bytes(self) -> int:
        """Of the files that are here."""
        return sum(asset.size for asset in self.here)


def inspected(store: Store, name: Published) -> Inspection:
    """Look at a revision, and at each byte of its files."""
    revision = store.revision(name)
    if revision is None:
        return Inspection(name, None)
    left_out = read_strikes(store.strikes(name)).quarantined(revision)
    wanted = needed(revision, left_out)
    sound = {asset.sha256 for asset in wanted if store.is_sound(asset)}
    return Inspection(
        name,
        revision,
        left_out,
        tuple(asset for asset in wanted if asset.sha256 in sound),
        tuple(asset for asset in wanted if asset.sha256 not in sound),
    )


def coming(folder: Path, known: tuple[Published | None, ...]) -> tuple[int, ...]:
    """Return the numbers of the revisions of which a manifest is here, and that do not play yet."""
    there = {path.stem for path in folder.glob("revisions/*.json")}
    played = {f"{name.number}-{name.sha256}" for name in known if name is not None}
    return tuple(sorted(int(stem.partition("-")[0]) for stem in there - played))
