"""A revision made of notices."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from controller.signage.notice import EVERYWHERE, Notice, Where
from media.playlist.model import Asset, Item, Placement, Playlist, Revision


@dataclass(frozen=True, slots=True)
class Collection:
    """All that a revision is made of, whatever its number."""

    notices: Sequence[Notice]
    holidays: tuple[date, ...]
    standing: tuple[Item, ...]
    """What every screen plays beside the notices, such as the commune's commitments."""

    assets: tuple[Asset, ...] = ()
    """The files of what stands."""


def revision_of(number: int, at: datetime, of: Collection) -> Revision:
    """Return the revision: a playlist for each place in which notices are shown."""
    groups = _by_place(of)
    named = [(_name(place, number), place, items) for number, (place, items) in enumerate(groups)]
    return Revision(
        number=number,
        published_at=at,
        items=(*of.standing, *(each.item for each in of.notices)),
        playlists=tuple(Playlist(name, name, items) for name, _, items in named),
        placements=tuple(Placement(name, place.screens, place.zones) for name, place, _ in named),
        assets=_assets(of),
        holidays=of.holidays,
    )


def _by_place(of: Collection) -> list[tuple[Where, tuple[str, ...]]]:
    places: dict[Where, list[str]] = {EVERYWHERE: [each.id for each in of.standing]}
    for notice in of.notices:
        places.setdefault(notice.where, []).append(notice.id)
    return [(place, tuple(items)) for place, items in places.items() if items]


def _name(place: Where, number: int) -> str:
    return "hall" if place == EVERYWHERE else f"place-{number}"


def _assets(of: Collection) -> tuple[Asset, ...]:
    every = (*of.assets, *(asset for notice in of.notices for asset in notice.assets))
    known = {asset.sha256: asset for asset in every}
    return tuple(known[name] for name in sorted(known))
