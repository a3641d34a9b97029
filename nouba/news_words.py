"""How it goes with feeds and items, in sentences for a terminal."""

from datetime import datetime
from zoneinfo import ZoneInfo

from controller.news.feed import Feed
from controller.news.gathering import Gathered
from controller.news.item import FeedState, Item, Standing
from controller.news.judging import judged
from controller.news.mojibake import Letters
from controller.news.pace import is_resting
from controller.news.problem import told
from media.dates import clock_time, short_date
from media.isolation import plain


def promise(feed: Feed, gathered: Gathered, now: datetime) -> str:
    """Return what would come in from a feed that nobody has visited yet."""
    changes = judged(feed, gathered.reading, gathered.drafts, {}, now)
    waiting = sum(each.standing is Standing.PENDING for each in changes.new)
    parts = [
        f"{len(gathered.drafts)} items",
        f"{len(changes.new) - waiting} would be shown at once",
        f"{waiting} would wait for an editor",
    ]
    late = len(gathered.drafts) - len(changes.new)
    repaired = sum(each.letters is Letters.REPAIRED for each in gathered.drafts)
    parts += [f"{late} are too old"] if late else []
    parts += [f"{repaired} had letters read wrongly, and were set right"] if repaired else []
    parts += [f"{gathered.damaged} have lost letters"] if gathered.damaged else []
    problem, detail = gathered.reading.problem, gathered.reading.detail
    parts += [told(problem, detail)] if problem else []
    return "; ".join(parts)


def condition(state: FeedState | None, zone: ZoneInfo) -> str:
    """Return how it goes with a feed: when it was last well, and what its last problem was."""
    if state is None or (state.good_at is None and state.problem_at is None):
        return "not visited yet"
    parts = [f"last well {_at(state.good_at, zone)}" if state.good_at else "never well yet"]
    if state.problem is not None and state.problem_at is not None:
        words = told(state.problem, state.detail)
        parts.append(f"last problem {_at(state.problem_at, zone)}: {words}")
    if state.failures > 1:
        parts.append(f"{state.failures} visits in vain")
    if is_resting(state.failures):
        parts.append("it rests")
    if state.failures:
        parts.append(f"next visit {_at(state.next_at, zone)}")
    return "; ".join(parts)


def remarks(item: Item, now: datetime, zone: ZoneInfo) -> str:
    """Return what an editor should know of an item before deciding."""
    parts = []
    if item.draft.is_damaged:
        parts.append("letters were lost")
    if item.draft.letters is Letters.REPAIRED:
        parts.append("letters were set right")
    if item.draft.sitting is not None and item.draft.sitting.is_cancelled:
        parts.append("cancelled")
    if item.missing_since is not None and item.is_long_gone(now):
        parts.append(f"not in its source since {_at(item.missing_since, zone)}")
    if item.decided_by:
        parts.append(f"by {item.decided_by}")
    return ", ".join(parts)


def title(item: Item, zone: ZoneInfo) -> str:
    """Return the headline; of a session, with its moment."""
    text = plain(item.draft.headline)
    sitting = item.draft.sitting
    return f"{_at(sitting.starts, zone)} {text}" if sitting else text


def day(moment: datetime, zone: ZoneInfo) -> str:
    """Return the day of a moment in the hall."""
    return short_date(moment.astimezone(zone).date())


def _at(moment: datetime, zone: ZoneInfo) -> str:
    local = moment.astimezone(zone)
    return f"{short_date(local.date())} {clock_time(local)}"
