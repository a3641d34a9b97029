"""What a source says, as it says it: nothing of it is clean yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from controller.news.problem import Problem


@dataclass(frozen=True, slots=True)
class Sitting:
    """When and where a council sits, by a calendar."""

    starts: datetime
    ends: datetime
    is_whole_day: bool = False
    place: str = ""
    is_cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a feed, or one session of a calendar."""

    guid: str
    """What the source knows it by, however it is edited; its link where it has no other."""

    title: str
    """In HTML, as the body."""

    body: str = ""
    link: str = ""
    published: datetime | None = None
    language: str = ""
    categories: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    """Addresses, the best first."""

    sitting: Sitting | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What could be read of an answer, in the order of the source."""

    entries: Sequence[Entry]
    problem: Problem | None = None
    """Why this is not all; then nothing may be concluded from what is missing."""

    detail: str = ""

    since: datetime | None = None
    until: datetime | None = None
    """Of the time from here to there the source tells everything; a feed drops its oldest items."""

    @property
    def is_whole(self) -> bool:
        """Return whether this is all that the source says."""
        return self.problem is None
