"""A notice: an item for the screens, of the commune's list, and where it is shown."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from media.pack.kinds import Id
from media.playlist.kinds import ScreenName
from media.playlist.model import Asset, Item


class Template(StrEnum):
    """What a notice is, of the list that communes keep of theirs."""

    NOTICE = "notice"
    CLOSURE = "closure"
    HOURS = "hours"
    SESSION = "session"
    VACANCY = "vacancy"
    TENDER = "tender"
    CONDOLENCE = "condolence"
    WEATHER = "weather"
    HEALTH = "health"
    LOST_AND_FOUND = "lost_and_found"
    HOLDING = "holding"
    """Something has happened: we know of it, and shall tell more."""

    UPDATE = "update"
    ALL_CLEAR = "all_clear"


@dataclass(frozen=True, slots=True)
class Where:
    """On which screens: those named and those of the zones named, or all of the hall."""

    screens: Annotated[tuple[ScreenName, ...], Field(max_length=400)] = ()
    zones: Annotated[tuple[Id, ...], Field(max_length=100)] = ()


EVERYWHERE = Where()


@dataclass(frozen=True, slots=True)
class Notice:
    """What an editor hands in, ready for the screens."""

    template: Template
    item: Item
    where: Where = EVERYWHERE
    assets: Annotated[tuple[Asset, ...], Field(max_length=60)] = ()

    def __post_init__(self) -> None:
        """Refuse a notice that would stay for ever, whatever it shows."""
        if self.item.validity.until is None:
            raise ValueError("a notice has an end (until)")

    @property
    def id(self) -> str:
        """The item's name, by which editors and screens speak of it."""
        return self.item.id
