"""A hall with one feed, whose time goes on by itself from visit to visit."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from controller.news.feed import Feed
from controller.news.rounds import Rounds, Visit
from controller.store.news import SqlShelf
from tests.controller.news.site import Site
from tests.controller.news.written import NOW

QUARTER = timedelta(minutes=15)


@dataclass
class Hall:
    """A hall with one feed, whose time goes on by itself from visit to visit."""

    site: Site
    rounds: Rounds
    shelf: SqlShelf
    time: list[datetime] = field(default_factory=lambda: [NOW])

    def visit(self, wait: timedelta = QUARTER) -> Visit:
        (visit,) = self.rounds.go()
        self.time[0] += wait
        return visit

    def with_feed(self, **fields: object) -> Feed:
        feed = replace(self.rounds.feeds[0], **fields)
        self.rounds = replace(self.rounds, feeds=(feed,))
        return feed

    @property
    def now(self) -> datetime:
        return self.time[0]

    def items(self):
        return self.shelf.items(self.now)

    def told(self) -> list[tuple[str, str]]:
        """Return the headlines and how they stand."""
        return [(each.draft.headline, each.standing.value) for each in self.items()]
