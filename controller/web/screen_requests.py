"""The shapes of what hall screens tell of themselves."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import AwareDatetime, Field

from controller.web.requests import Seq, TicketName
from wire.messages import (
    LONGEST_DISK_TROUBLE,
    MOST_QUARANTINED,
    MOST_ROWS,
    ClockTrust,
    NoPicture,
    PictureRefused,
    PlayedItem,
    PlayerProblem,
    PlayerState,
    ScreenHealth,
)

ItemName = Annotated[str, Field(min_length=1, max_length=64)]
"""An item of a revision."""


@dataclass(frozen=True, slots=True)
class ShownNow:
    """The seq of the board that a screen shows, and of the calls on it that it has spoken."""

    seq: Seq
    spoken: Annotated[tuple[Seq, ...], Field(max_length=64)] = ()
    elsewhere: Annotated[tuple[TicketName, ...], Field(max_length=64)] = ()


@dataclass(frozen=True, slots=True)
class PlayingNow:
    """How far a screen is with what was published."""

    number: Seq
    sha256: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")]
    state: PlayerState
    since: AwareDatetime
    clock_trust: ClockTrust
    fetched: Seq = 0
    wanted: Seq = 0
    problem: PlayerProblem | None = None
    item: ItemName | None = None
    quarantined: Annotated[tuple[ItemName, ...], Field(max_length=MOST_QUARANTINED)] = ()


@dataclass(frozen=True, slots=True)
class PlayedRow(PlayedItem):
    """A turn of an item, within what a day and the tables have room for."""

    item: ItemName
    revision: Seq
    began_at: AwareDatetime
    seconds: Annotated[float, Field(ge=0, le=86_400, allow_inf_nan=False)]
    was_whole: bool


@dataclass(frozen=True, slots=True)
class PlayedNow:
    """Proof of play."""

    rows: Annotated[tuple[PlayedRow, ...], Field(max_length=MOST_ROWS)]


Bytes = Annotated[int, Field(ge=0, le=2**53)]
Seconds = Annotated[float, Field(ge=0, le=1e10, allow_inf_nan=False)]


@dataclass(frozen=True, slots=True)
class HealthNow(ScreenHealth):
    """How a screen's machine is, within what can be."""

    version: Annotated[str, Field(max_length=40)]
    width: Annotated[int, Field(ge=1, le=100_000)]
    height: Annotated[int, Field(ge=1, le=100_000)]
    clock_trust: ClockTrust
    disk_free: Bytes
    disk_size: Bytes
    disk_trouble: Annotated[str, Field(max_length=LONGEST_DISK_TROUBLE)] = ""
    uptime: Seconds | None = None
    warmth: Annotated[float, Field(ge=-100, le=300, allow_inf_nan=False)] | None = None
    is_slowed: bool | None = None
    is_power_weak: bool | None = None
    memory_free: Bytes | None = None
    memory_size: Bytes | None = None
    is_dark: bool = False


@dataclass(frozen=True, slots=True)
class PictureRefusedNow(PictureRefused):
    """A screen sends no picture."""

    wish: Annotated[str, Field(max_length=32)]
    why: NoPicture
