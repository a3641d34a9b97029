"""An item as it is kept, and what somebody decided about it."""

from dataclasses import dataclass, replace
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
    PROPOSED = "proposed"
    """Somebody would show it; where author and approver are two, another person says so too."""

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
class Edited:
    """An item in the words of an editor of the hall, beside which the original is kept."""

    headline: str
    paragraphs: tuple[str, ...]
    by: str
    at: datetime
    fingerprint: str
    """Of the original that they had before them."""


class OwnItem(Exception):  # noqa: N818 - it is an answer to an editor
    """Nobody approves what they themselves have edited or proposed; nothing has changed."""


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
    edited: Edited | None = None

    @property
    def told(self) -> Draft:
        """What is told of it: the editor's words, unless its source has changed it since."""
        edited = self.edited
        if edited is None or self.is_edit_stale:
            return self.draft
        return replace(self.draft, headline=edited.headline, paragraphs=edited.paragraphs)

    @property
    def is_edit_stale(self) -> bool:
        """Whether its source has changed it since an editor put it in other words."""
        return self.edited is not None and self.edited.fingerprint != self.draft.fingerprint

    def is_over(self, now: datetime) -> bool:
        """Return whether its life has ended."""
        return now >= self.ends_at

    def is_long_gone(self, now: datetime) -> bool:
        """Return whether its source has withdrawn it, by all appearances."""
        return self.missing_since is not None and now - self.missing_since >= LONG_GONE

    def wants_picture(self) -> bool:
        """Return whether a picture may still be looked for."""
        return not self.picture and self.picture_tries < MOST_TRIES


def accepted_by(item: Item, who: str, *, needs_approval: bool) -> Standing:
    """Return the standing of an item that somebody accepts.

    With `needs_approval` it takes two: raises `OwnItem` for the first one's second word.
    """
    if not needs_approval:
        return Standing.ACCEPTED
    if item.standing is not Standing.PROPOSED:
        return Standing.PROPOSED
    if who in {item.decided_by, item.edited.by if item.edited else item.decided_by}:
        raise OwnItem(who)
    return Standing.ACCEPTED


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
