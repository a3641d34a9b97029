"""What a visit to a feed changes. Pure: no network, no clock, no database.

Nothing is ever removed. What a source does not tell any more is noted, for an editor.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from controller.news.draft import Draft
from controller.news.entry import Reading
from controller.news.feed import Feed
from controller.news.item import Item, Standing


@dataclass(frozen=True, slots=True)
class Placed:
    """A draft that is new, or that takes the place of what was known of it."""

    draft: Draft
    standing: Standing
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Changes:
    """What changes on the shelf."""

    new: tuple[Placed, ...] = ()
    edited: Mapping[int, Placed] = field(default_factory=dict)
    """By the item's number."""

    missing: tuple[int, ...] = ()
    """Items that are not in their source, for the first time."""

    back: tuple[int, ...] = ()
    """Items that are there again."""

    damaged: int = 0
    """How many were held back for their letters."""


def judged(
    feed: Feed,
    reading: Reading,
    drafts: Sequence[Draft],
    known: Mapping[str, Item],
    now: datetime,
) -> Changes:
    """Return what the drafts of this reading change of what is known.

    New items wait for an editor unless the source is trusted, the reading whole and every letter
    sound. An edited one waits again, on the same terms. A reading that is not whole only adds.
    """
    new, edited = [], {}
    for draft in drafts:
        item = known.get(draft.key)
        if item is None:
            placed = Placed(draft, _standing(feed, reading, draft), _end(feed, draft, now))
            new += [placed] if placed.ends_at > now else []
        elif reading.is_whole and _is_edit(item, draft):
            standing = _standing_again(feed, reading, draft, item)
            edited[item.number] = Placed(draft, standing, _end(feed, draft, item.first_seen))
    told = {draft.key for draft in drafts}
    return Changes(
        tuple(new),
        edited,
        _missing(reading, told, known, now),
        tuple(item.number for key, item in known.items() if key in told and item.missing_since),
        sum(draft.is_damaged for draft in drafts),
    )


def _is_edit(item: Item, draft: Draft) -> bool:
    """Return whether the source has edited it; damaged letters never take a good item's place."""
    if draft.is_damaged and not item.draft.is_damaged:
        return False
    return draft.fingerprint != item.draft.fingerprint


def _standing(feed: Feed, reading: Reading, draft: Draft) -> Standing:
    is_sure = feed.trusted and reading.is_whole and not draft.is_damaged
    return Standing.ACCEPTED if is_sure else Standing.PENDING


def _standing_again(feed: Feed, reading: Reading, draft: Draft, item: Item) -> Standing:
    """Return how an edited item stands; only what was accepted may stay so by its source's name."""
    is_accepted = item.standing is Standing.ACCEPTED
    return _standing(feed, reading, draft) if is_accepted else Standing.PENDING


def _end(feed: Feed, draft: Draft, first_seen: datetime) -> datetime:
    if draft.sitting is not None:
        return draft.sitting.ends
    # A date ahead of the time is a mistake, or would let an item live for years.
    return min(draft.published or first_seen, first_seen) + feed.life


def _missing(
    reading: Reading, told: set[str], known: Mapping[str, Item], now: datetime
) -> tuple[int, ...]:
    if not reading.is_whole or reading.since is None:
        return ()
    until = reading.until or now + timedelta(days=1)
    return tuple(
        item.number
        for key, item in known.items()
        if key not in told
        and item.missing_since is None
        and not item.is_over(now)
        and (moment := _moment(item)) is not None
        and reading.since < moment <= until
    )


def _moment(item: Item) -> datetime | None:
    """Return by which moment its source would tell it or not tell it any more."""
    return item.draft.sitting.starts if item.draft.sitting else item.draft.published
