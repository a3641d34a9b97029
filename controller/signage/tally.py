"""Which screens show what was published: "7 of 8 screens since 10:41"."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from wire.messages import PlayerProblem, Playing, Published

SILENCE = timedelta(seconds=30)
"""A screen whose last word is older counts as off, be it connected or not."""


class Standing(StrEnum):
    """How far a screen is with the current revision."""

    SHOWING = "showing"
    FETCHING = "fetching"
    REFUSED = "refused"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Said:
    """What a screen said last, and when it was heard."""

    playing: Playing
    since: datetime
    """Since when it is in the state that it told, by the controller's clock."""

    heard_at: datetime


@dataclass(frozen=True, slots=True)
class ScreenStanding:
    """One screen and the current revision."""

    screen: str
    standing: Standing
    since: datetime | None = None
    """Since when; of a screen that is off, when it was heard last, if it ever was."""

    problem: PlayerProblem | None = None
    quarantined: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """All screens that the hall expects, by name."""

    number: int
    screens: tuple[ScreenStanding, ...]

    @property
    def showing(self) -> tuple[ScreenStanding, ...]:
        """Those that show the current revision."""
        return tuple(each for each in self.screens if each.standing is Standing.SHOWING)

    @property
    def since(self) -> datetime | None:
        """Since when so many show it: when the latest of them began."""
        moments = (each.since for each in self.showing if each.since is not None)
        return max(moments, default=None)


def heard(said: Said | None, playing: Playing, at: datetime) -> Said:
    """Return what is known of a screen once it has said this.

    Its own clock is believed for the past only, and where it is worth something.
    """
    if said is not None and _same(said.playing, playing):
        return Said(playing, said.since, at)
    is_believed = playing.clock_trust != "none" and playing.since <= at
    return Said(playing, playing.since if is_believed else at, at)


def tally(published: Published, said: Iterable[tuple[str, Said | None]], at: datetime) -> Tally:
    """Return how far the screens are, of what each said last."""
    screens = (_standing(published, name, last, at) for name, last in sorted(said, key=_name))
    return Tally(published.number, tuple(screens))


def _standing(published: Published, name: str, said: Said | None, at: datetime) -> ScreenStanding:
    if said is None:
        return ScreenStanding(name, Standing.OFF)
    if at - said.heard_at > SILENCE:
        return ScreenStanding(name, Standing.OFF, said.heard_at)
    told, since = said.playing, said.since
    if (told.number, told.sha256) != (published.number, published.sha256):
        return ScreenStanding(name, Standing.FETCHING, None, told.problem, told.quarantined)
    match told.state:
        case "playing":
            standing = Standing.SHOWING
        case "refused":
            standing = Standing.REFUSED
        case _:
            standing = Standing.FETCHING
    return ScreenStanding(name, standing, since, told.problem, told.quarantined)


def _same(one: Playing, other: Playing) -> bool:
    return (one.sha256, one.state, one.since) == (other.sha256, other.state, other.since)


def _name(named: tuple[str, Said | None]) -> str:
    return named[0]
