"""One visit to a feed, up to what it would change."""

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from controller.news.draft import Draft, drafted
from controller.news.entry import Reading
from controller.news.feed import Feed
from controller.news.item import FeedState
from controller.news.network import Answer, Request
from controller.news.problem import Problem
from controller.news.reading import address_of, read

LONGEST_DETAIL = 200
"""Characters."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a feed said, read and cleaned."""

    reading: Reading
    drafts: tuple[Draft, ...]

    @property
    def damaged(self) -> int:
        """Return how many of the drafts have lost letters."""
        return sum(draft.is_damaged for draft in self.drafts)


def request_of(feed: Feed, state: FeedState | None) -> Request:
    """Return what to ask of the feed, with the marks of the answer that is known.

    A calendar is always asked for whole: which of its sessions are near changes by itself.
    """
    request = Request(address_of(feed), intranet=feed.intranet)
    if state is None or feed.kind == "calendar" or state.url != request.url:
        return request
    return replace(request, etag=state.etag, last_modified=state.last_modified)


def gather(feed: Feed, answer: Answer, now: datetime, zone: ZoneInfo) -> Gathered:
    """Return what the answer says. Takes its time; raises `FeedProblem` when it says nothing."""
    reading = read(feed, answer, now, zone)
    drafts = (drafted(feed, entry) for entry in reading.entries)
    return Gathered(reading, tuple(draft for draft in drafts if draft))


def well(
    before: FeedState, answer: Answer, url: str, gathered: Gathered, now: datetime
) -> FeedState:
    """Return how it goes with a feed that answered. `next_at` is left as it was.

    Of a reading that is not whole no mark is kept, so that the site tells it again.
    """
    problem, detail = gathered.reading.problem, gathered.reading.detail
    if problem is None and gathered.damaged:
        problem, detail = Problem.DAMAGED, str(gathered.damaged)
    is_whole = gathered.reading.is_whole
    state = replace(
        before,
        failures=0,
        good_at=now if is_whole else before.good_at,
        url=url,
        etag=answer.etag if is_whole else "",
        last_modified=answer.last_modified if is_whole else "",
    )
    return state if problem is None else troubled(state, problem, detail, now)


def troubled(state: FeedState, problem: Problem, detail: str, now: datetime) -> FeedState:
    """Return the state with its latest problem; a stranger's words are told in one line."""
    words = "".join(each if each.isprintable() else " " for each in detail)
    return replace(state, problem=problem, detail=words[:LONGEST_DETAIL], problem_at=now)
