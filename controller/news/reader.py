"""What makes sense of strangers' files: a feed into drafts, a picture into one of ours."""

from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from controller.news.feed import Feed
from controller.news.gathering import Gathered, gather
from controller.news.network import Answer
from controller.news.picture import Picture, reencoded


class Reader(Protocol):
    """Reads. Everything here raises `FeedProblem`."""

    def gather(self, feed: Feed, answer: Answer, now: datetime, zone: ZoneInfo) -> Gathered:
        """Return what the answer says."""

    def picture(self, data: bytes) -> Picture:
        """Return the picture, encoded anew."""


class Here:
    """Reads in this very process: for whoever may wait, and fall over a hostile file."""

    def gather(self, feed: Feed, answer: Answer, now: datetime, zone: ZoneInfo) -> Gathered:
        """Return what the answer says."""
        return gather(feed, answer, now, zone)

    def picture(self, data: bytes) -> Picture:
        """Return the picture, encoded anew."""
        return reencoded(data)
