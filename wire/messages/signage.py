"""What screens are told to play between calls, and what they say of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

ClockTrust = Literal["rtc", "ntp", "controller", "none"]
"""Where a screen has its time from: a battery's clock, the network, the controller, nowhere."""

PlayerState = Literal["fetching", "ready", "playing", "refused"]
"""How far a screen is with a revision: fetching its files, all of them there, shown, or refused."""

PlayerProblem = Literal["unreachable", "missing", "damaged", "unreadable", "disk_full", "disk"]
"""What keeps a screen from playing a revision: nobody answers, a file is not to be had, it is not
what its fingerprint says or cannot be decoded, the manifest cannot be read, the disk is full, or
cannot be written."""

MOST_ROWS = 100
"""Of proof of play in one message."""

MOST_QUARANTINED = 500
"""As many as a revision has items."""


@dataclass(frozen=True, slots=True)
class Published:
    """The revision that all screens play: its manifest is fetched by its fingerprint."""

    number: int
    """Counted from 1; 0 while nothing was ever published: then a screen plays its pack's own."""

    sha256: str
    """Of the manifest's bytes; empty with number 0."""

    size: int
    """Of the manifest, in bytes; 0 with number 0."""


@dataclass(frozen=True, slots=True)
class Playing:
    """A screen says how far it is with a revision: at each change, and again as a heartbeat."""

    number: int
    sha256: str
    state: PlayerState
    since: datetime
    """Since when it is in that state, by its own clock."""

    clock_trust: ClockTrust
    fetched: int = 0
    """How many of the revision's files it has."""

    wanted: int = 0
    """How many files the revision has."""

    problem: PlayerProblem | None = None
    """What keeps it from playing the revision; nothing while it gets on."""

    item: str | None = None
    """The item that it shows now, be it of this revision or of the one before."""

    quarantined: tuple[str, ...] = ()
    """The items that failed three times there, and are left out."""


@dataclass(frozen=True, slots=True)
class PlayedItem:
    """One turn of an item on a screen."""

    item: str
    revision: int
    began_at: datetime
    """By the screen's own clock."""

    seconds: float
    was_whole: bool
    """Whether it was shown to its end."""


@dataclass(frozen=True, slots=True)
class Played:
    """Proof of play: what a screen has shown. The same rows again count once."""

    rows: tuple[PlayedItem, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """The controller has written down proof of play: the screen may forget it."""

    rows: int
    """How many rows of the message are written down now, whether they were before or not."""
