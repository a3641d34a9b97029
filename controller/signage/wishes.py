"""What editors may ask for."""

from dataclasses import dataclass
from datetime import date

from controller.signage.doubts import Doubt
from controller.signage.notice import Notice


@dataclass(frozen=True, slots=True)
class Compose:
    """Keep a new notice as a draft."""

    notice: Notice


@dataclass(frozen=True, slots=True)
class Change:
    """Let a notice be another one; what screens show of it stays until it is published."""

    notice: Notice
    seen: int
    """The `seq` of the draft that the editor had before them."""


@dataclass(frozen=True, slots=True)
class Discard:
    """Throw a draft away."""

    id: str


@dataclass(frozen=True, slots=True)
class Propose:
    """Stage a draft: it goes out with the next publishing."""

    id: str


@dataclass(frozen=True, slots=True)
class Approve:
    """Let a staged notice go out, as another person than its author."""

    id: str
    seen: int
    """The `seq` of the draft that was read: what was changed since is not approved."""


@dataclass(frozen=True, slots=True)
class Judge:
    """Keep beside a notice what people will not read of it on the hall's screens."""

    id: str
    seen: int
    """The `seq` of the draft that was looked at."""

    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class Publish:
    """Publish all that is staged, as one whole revision."""

    seen: int
    """The number of the revision that the editor knew."""


@dataclass(frozen=True, slots=True)
class TakeDown:
    """Take a notice from all screens, at once and whoever wrote it."""

    id: str


@dataclass(frozen=True, slots=True)
class TellNews:
    """Publish the news as they are now, beside the notices that play."""


@dataclass(frozen=True, slots=True)
class SetHolidays:
    """Say on which days the hall has a holiday: all of them."""

    days: tuple[date, ...]


Wish = (
    Compose
    | Change
    | Discard
    | Propose
    | Approve
    | Judge
    | Publish
    | TakeDown
    | TellNews
    | SetHolidays
)
