"""All that a hall's screens play, as it is published at once: a revision."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, PositiveInt, StringConstraints

from media.pack.kinds import Id
from media.playlist.content import MUST_END, Content, Video
from media.playlist.kinds import Day, ScreenName, Seconds, Sha256, Weight
from media.playlist.validity import ALWAYS, Validity

ItemId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]*$", max_length=64)]
"""Small letters, digits, `-` and `_`."""

MOST_ITEMS = 500
MOST_ASSET_BYTES = 512 * 1024 * 1024
MOST_PIXELS_ACROSS = 4096
"""A picture's longer side at most: that of a 4K screen; more is refused by small graphics chips."""

LONGEST_FILM_SECONDS = 3600.0


class Rank(StrEnum):
    """What an item is to the hall, strongest first."""

    URGENT = "urgent"
    """What visitors must know now: an office that closes, a storm."""

    EVENT = "event"
    """What takes its hour: a session of the council."""

    NORMAL = "normal"
    FALLBACK = "fallback"
    """Plays when nothing else does."""


class Strength(StrEnum):
    """How an item comes in."""

    TURN = "turn"
    """When its turn comes."""

    FIRST = "first"
    """As the next one, once it is due; then in its turn."""

    REPLACE = "replace"
    """At once; and while it is due, nothing of a lower rank plays at all."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a screen can play."""

    id: ItemId
    content: Content
    seconds: Seconds | None = None
    """How long each of its pages stands; nothing: as long as it takes to read, or the film."""

    weight: Weight = 1
    rank: Rank = Rank.NORMAL
    strength: Strength = Strength.TURN
    validity: Validity = ALWAYS

    def __post_init__(self) -> None:
        """Refuse what would stay for ever, and what contradicts itself."""
        has_end = self.validity.until is not None
        if self.content.kind in MUST_END and not has_end:
            raise ValueError(f"a {self.content.kind} needs an end (validity.until)")
        if self.strength is Strength.REPLACE and not has_end:
            raise ValueError("what replaces everything else needs an end (validity.until)")
        if self.strength is Strength.REPLACE and self.rank is Rank.FALLBACK:
            raise ValueError("what plays when nothing else does cannot replace anything")
        if self.seconds is not None and isinstance(self.content, Video):
            raise ValueError("a film lasts as long as it is: leave its seconds away")


@dataclass(frozen=True, slots=True)
class Playlist:
    """Items in their order."""

    id: ItemId
    name: Annotated[str, Field(min_length=1, max_length=80)]
    items: Annotated[tuple[ItemId, ...], Field(min_length=1, max_length=MOST_ITEMS)]


@dataclass(frozen=True, slots=True)
class Spot:
    """A screen and the zone of the hall in which it hangs."""

    screen: str
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Placement:
    """Which screens play a playlist: those named, those of the zones named, or all."""

    playlist: ItemId
    screens: Annotated[tuple[ScreenName, ...], Field(max_length=400)] = ()
    zones: Annotated[tuple[Id, ...], Field(max_length=100)] = ()

    def is_for(self, spot: Spot) -> bool:
        """Whether that screen plays it."""
        is_everywhere = not self.screens and not self.zones
        return is_everywhere or spot.screen in self.screens or spot.zone in self.zones


Mime = Literal["image/png", "image/jpeg", "image/webp", "video/mp4", "video/webm", "text/vtt"]


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that items need, and what is known of it before it is fetched."""

    sha256: Sha256
    mime: Mime
    size: Annotated[int, Field(ge=1, le=MOST_ASSET_BYTES)]
    """In bytes."""

    width: Annotated[int, Field(ge=0, le=MOST_PIXELS_ACROSS)] = 0
    height: Annotated[int, Field(ge=0, le=MOST_PIXELS_ACROSS)] = 0
    """Of a picture and a film, in pixels."""

    seconds: Annotated[float, Field(ge=0, le=LONGEST_FILM_SECONDS, allow_inf_nan=False)] = 0.0
    """Of a film."""

    @property
    def family(self) -> str:
        """What sort of file it is: image, video or text."""
        return self.mime.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Revision:
    """All that the screens play from one publishing to the next, whole."""

    number: PositiveInt
    published_at: AwareDatetime
    items: Annotated[tuple[Item, ...], Field(max_length=MOST_ITEMS)] = ()
    playlists: Annotated[tuple[Playlist, ...], Field(max_length=MOST_ITEMS)] = ()
    placements: Annotated[tuple[Placement, ...], Field(max_length=MOST_ITEMS)] = ()
    assets: Annotated[tuple[Asset, ...], Field(max_length=4 * MOST_ITEMS)] = ()
    holidays: Annotated[tuple[Day, ...], Field(max_length=400)] = ()
    form: Literal[1] = 1
    """The form of the manifest: a player that does not know it keeps what it has."""

    def items_on(self, spot: Spot) -> tuple[Item, ...]:
        """Return the items of that screen's playlists in their order, each once."""
        known = {item.id: item for item in self.items}
        return tuple(known[each] for each in dict.fromkeys(self._ids_on(spot)))

    def _ids_on(self, spot: Spot) -> Iterator[str]:
        lists = {each.id: each for each in self.playlists}
        for placement in self.placements:
            if placement.is_for(spot):
                yield from lists[placement.playlist].items


def is_stronger(one: Rank, other: Rank) -> bool:
    """Whether the first rank stands above the second."""
    order: Sequence[Rank] = tuple(Rank)
    return order.index(one) < order.index(other)
