"""Visits the feeds that are due, and keeps what they say."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol, TypeVar
from zoneinfo import ZoneInfo

from controller.news.album import Album
from controller.news.feed import Feed
from controller.news.fetching import Busy
from controller.news.gathering import Gathered, request_of, troubled, well
from controller.news.item import MOST_TRIES, FeedState, Item, Standing
from controller.news.judging import Changes, judged
from controller.news.network import LARGEST_PICTURE, Answer, Network, Request
from controller.news.pace import wait_after
from controller.news.problem import FeedProblem, Problem, told
from controller.news.reader import Reader
from controller.news.shelf import Shelf

LEASE = timedelta(minutes=10)
"""How long a visit may take before another process may make it."""

MOST_AT_ONCE = 20
"""Items whose pictures are fetched in one visit."""

Result = TypeVar("Result")


class Aside(Protocol):
    """Waits for the disk where that holds up nobody, and returns or raises what the work does."""

    def __call__(self, work: Callable[[], Result]) -> Result:
        """Do the work."""


def here(work: Callable[[], Result]) -> Result:
    """Do the work here and now."""
    return work()


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of a visit."""

    feed: str
    new: int = 0
    edited: int = 0
    problem: str = ""
    """In words."""

    failures: int = 0
    pictures: tuple[str, ...] = ()
    """What was wrong with the settings' own pictures, in words."""


@dataclass(frozen=True, slots=True)
class Rounds:
    """Goes from feed to feed. What fails at one of them is no matter to the others."""

    feeds: tuple[Feed, ...]
    shelf: Shelf
    network: Network
    reader: Reader
    album: Album
    zone: ZoneInfo
    """The hall's."""

    now: Callable[[], datetime]
    chance: Callable[[], float]
    """From 0 up to 1."""

    aside: Aside = here

    def go(self) -> tuple[Visit, ...]:
        """Visit each feed that is due; raises `StoreError` when the shelf is away."""
        return tuple(self._visit(feed) for feed in self.feeds if self._claims(feed))

    def _claims(self, feed: Feed) -> bool:
        now = self.now()
        return self.shelf.claim(feed.name, now, now + LEASE)

    def _visit(self, feed: Feed) -> Visit:
        before = self.shelf.state(feed.name) or FeedState(self.now())
        request = request_of(feed, before)
        try:
            answer = self.network.get(request)
            if answer.is_unchanged:
                visit = self._unchanged(feed, before)
            else:
                gathered = self.reader.gather(feed, answer, self.now(), self.zone)
                visit = self._take(feed, before, request, answer, gathered)
        except FeedProblem as problem:
            return self._failed(feed, before, problem)
        return replace(visit, pictures=self._pictures(feed))

    def _unchanged(self, feed: Feed, before: FeedState) -> Visit:
        now = self.now()
        self.shelf.note(feed.name, self._next(feed, replace(before, failures=0, good_at=now)))
        return Visit(feed.name)

    def _take(
        self, feed: Feed, before: FeedState, request: Request, answer: Answer, gathered: Gathered
    ) -> Visit:
        now = self.now()
        keys = [draft.key for draft in gathered.drafts]
        known = self.shelf.known(feed.name, keys, now)
        changes: Changes = judged(feed, gathered.reading, gathered.drafts, known, now)
        state = self._next(feed, well(before, answer, request.url, gathered, now))
        self.shelf.take(feed.name, changes, state, now)
        is_troubled = state.problem is not None and state.problem_at == now
        problem = told(state.problem, state.detail) if is_troubled and state.problem else ""
        return Visit(feed.name, len(changes.new), len(changes.edited), problem)

    def _failed(self, feed: Feed, before: FeedState, problem: FeedProblem) -> Visit:
        rest = problem.rest if isinstance(problem, Busy) else timedelta()
        state = replace(before, failures=before.failures + 1)
        state = troubled(state, problem.problem, problem.detail, self.now())
        self.shelf.note(feed.name, self._next(feed, state, rest))
        return Visit(feed.name, problem=str(problem), failures=state.failures)

    def _next(self, feed: Feed, state: FeedState, asked: timedelta = timedelta()) -> FeedState:
        wait = wait_after(state.failures, feed.every, self.chance(), asked)
        return replace(state, next_at=self.now() + wait)

    def _pictures(self, feed: Feed) -> tuple[str, ...]:
        """Find the pictures of items that nobody has decided about, or whose source is trusted.

        Nothing is put beside what a person accepted without it.
        """
        items = self.shelf.known(feed.name, (), self.now()).values()
        wanting = [item for item in items if item.wants_picture() and _is_open(item)]
        problems = []
        for item in wanting[:MOST_AT_ONCE]:
            try:
                self.shelf.give_picture(item.number, self._picture(feed, item))
            except FeedProblem as problem:
                self.shelf.give_picture(item.number, "")
                problems.append(str(problem))
        return tuple(problems)

    def _picture(self, feed: Feed, item: Item) -> str:
        """Return the name of its picture: its own, or in the end the settings'; or none yet."""
        for url in item.draft.pictures:
            try:
                answer = self.network.get(Request(url, LARGEST_PICTURE, feed.intranet))
                return self._kept(answer.body)
            except FeedProblem:  # the next one may do; that none does is told by the item itself
                continue
        if item.draft.pictures and item.picture_tries + 1 < MOST_TRIES:
            return ""
        return self._spare(feed, item)

    def _spare(self, feed: Feed, item: Item) -> str:
        file = feed.spare_picture(item.draft.categories)
        if file is None:
            return ""
        try:
            data = file.read_bytes()
        except OSError as error:
            detail = f"{file}: {error.strerror}"
            raise FeedProblem(Problem.NO_SPARE_PICTURE, detail) from None
        return self._kept(data)

    def _kept(self, data: bytes) -> str:
        return self.aside(partial(self.album.keep, self.reader.picture(data)))


def _is_open(item: Item) -> bool:
    return item.standing is Standing.PENDING or (
        item.standing is Standing.ACCEPTED and not item.decided_by
    )
