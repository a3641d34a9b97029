"""An item as it is kept, and what somebody decided about it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from controller.news.draft import Draft
from controller.news.problem import Problem

LONG_GONE = timedelta(days=1)
"""After so long the editors are told that a source has withdrawn an item."""

MOST_TRIES = 3
"""How often the pictures of an item are asked for."""


class Standing(StrEnum):
    """Whether an item may be shown."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about an item as it was then."""

    by: str
    at: datetime
    standing: Standing
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Item:
    """An item on the shelf."""

    number: int
    feed: str
    draft: Draft
    standing: Standing
    first_seen: datetime
    changed_at: datetime
    ends_at: datetime
    """From then on it is not shown any more."""

    decided_by: str = ""
    """Who accepted or refused it; nobody for what a trusted source says."""

    decided_at: datetime | None = None
    missing_since: datetime | None = None
    """Since when its source does not have it, though it tells the time of it."""

    picture: str = ""
    """The SHA-256 of its picture's file."""

    picture_tries: int = 0

    def is_over(self, now: datetime) -> bool:
        """Return whether its life has ended."""
        return now >= self.ends_at

    def is_long_gone(self, now: datetime) -> bool:
        """Return whether its source has withdrawn it, by all appearances."""
        return self.missing_since is not None and now - self.missing_since >= LONG_GONE

    def wants_picture(self) -> bool:
        """Return whether a picture may still be looked for."""
        return not self.picture and self.picture_tries < MOST_TRIES


@dataclass(frozen=True, slots=True)
class FeedState:
    """How it goes with a feed."""

    next_at: datetime
    failures: int = 0
    """How many visits in a row brought nothing."""

    good_at: datetime | None = None
    problem: Problem | None = None
    detail: str = ""
    problem_at: datetime | None = None
    url: str = ""
    etag: str = ""
    last_modified: str = ""
    """What the latest answer was marked with, and which address gave it."""
