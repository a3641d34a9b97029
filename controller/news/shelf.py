"""The shelf: where news items are kept, for all the processes of a hall."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from controller.news.item import Decision, Edited, FeedState, Item, Standing
from controller.news.judging import Changes


class Shelf(Protocol):
    """The news of one hall. Everything here raises `controller.identity.StoreError`."""

    def claim(self, feed: str, now: datetime, until: datetime) -> bool:
        """Return whether this process is the one to visit the feed now.

        Another one may not before `until`, unless the visit has been noted by then.
        """

    def state(self, feed: str) -> FeedState | None:
        """Return how it goes with the feed; nothing when it was never visited."""

    def note(self, feed: str, state: FeedState) -> None:
        """Keep how it goes with the feed."""

    def known(self, feed: str, keys: Collection[str], now: datetime) -> Mapping[str, Item]:
        """Return the feed's items with these keys, and all that are not over, by their keys."""

    def take(self, feed: str, changes: Changes, state: FeedState, now: datetime) -> None:
        """Keep what a visit has changed, and how it goes with the feed: all of it or nothing."""

    def give_picture(self, number: int, picture: str) -> None:
        """Note the item's picture; an empty one counts as one more try in vain."""

    def items(self, now: datetime, *, are_over: bool = False) -> Sequence[Item]:
        """Return the items that are not over, or all, the newest first."""

    def decide(self, number: int, standing: Standing, by: str, at: datetime) -> Item | None:
        """Accept or refuse an item for a person; return it, or nothing when there is none."""

    def edit(self, number: int, edited: Edited) -> Item | None:
        """Keep an item in an editor's words: it waits anew; nothing when there is none."""

    def decisions(self, number: int) -> Sequence[Decision]:
        """Return what was decided about the item, the first first."""
