"""Puts the news together: the settings' feeds, the shelf in the database, the network."""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

import structlog
from sqlalchemy import Engine

from controller.news.album import Album
from controller.news.apart import Apart
from controller.news.fetching import Fetcher
from controller.news.pace import is_resting
from controller.news.playing import assets, played
from controller.news.rounds import Aside, Rounds, Visit, here
from controller.news.shelf import Shelf
from controller.news.shown import NewsItem, Session, shown
from controller.settings import Settings
from controller.signage.told import Told
from controller.store.news import SqlShelf
from media.pack import Pack

NEWS_PACE = 20.0
"""Seconds between looks for feeds that are due: one is a question to the database each."""


def newsroom(
    settings: Settings,
    engine: Engine,
    zone: ZoneInfo,
    now: Callable[[], datetime],
    aside: Aside = here,
) -> Rounds:
    """Return the rounds to the feeds of these settings; `aside` waits for the disk."""
    return Rounds(
        settings.news.feeds,
        SqlShelf(engine, settings.hall),
        Fetcher(),
        Apart(),
        Album(settings.news.pictures),
        zone,
        now,
        random.random,
        aside,
    )


class Folder(Protocol):
    """Where the screens' files are."""

    def has(self, name: str) -> bool:
        """Return whether the bytes with this SHA-256 are there."""

    def keep(self, data: bytes) -> str:
        """Write the bytes and return their SHA-256; raises `StoreError`."""


@dataclass(frozen=True, slots=True)
class NewsTeller:
    """Looks up the accepted news that are not over, and keeps their pictures for the screens."""

    shelf: Shelf
    album: Album
    folder: Folder
    pack: Pack
    now: Callable[[], datetime]

    def __call__(self) -> Told:
        """Return them as items; a piece of news whose picture is gone is told without it."""
        at = self.now()
        values = [self._with_picture(each) for each in shown(self.shelf.items(at), at)]
        items = (played(each, self._source(each), self.pack.hall.zone) for each in values)
        return Told(tuple(items), assets(values, self.album))

    def _source(self, value: NewsItem | Session) -> str:
        """Return who wrote it: the commune, in the language of what it wrote."""
        return self.pack.commune.name.parts(value.language)[0][1]

    def _with_picture(self, value: NewsItem | Session) -> NewsItem | Session:
        if isinstance(value, Session) or not value.picture or self._has(value.picture):
            return value
        return replace(value, picture="")

    def _has(self, picture: str) -> bool:
        file = self.album.file(picture)
        if file.is_file() and not self.folder.has(picture):
            self.folder.keep(file.read_bytes())
        return file.is_file()


def news_teller(
    settings: Settings, engine: Engine, folder: Folder, pack: Pack, now: Callable[[], datetime]
) -> NewsTeller:
    """Return what looks up the news of these settings; `now` is the clock by which they came."""
    shelf, album = SqlShelf(engine, settings.hall), Album(settings.news.pictures)
    return NewsTeller(shelf, album, folder, pack, now)


def tell(visits: Iterable[Visit]) -> None:
    """Tell the log what the visits brought: what is new, and each problem when it begins."""
    log = structlog.get_logger()
    for visit in visits:
        if visit.new or visit.edited:
            log.info("news_taken", feed=visit.feed, new=visit.new, edited=visit.edited)
        if visit.problem and visit.failures in {0, 1}:
            log.warning("news_problem", feed=visit.feed, why=visit.problem)
        if is_resting(visit.failures) and not is_resting(visit.failures - 1):
            log.warning("news_feed_rests", feed=visit.feed, why=visit.problem)
        for why in visit.pictures:
            log.warning("news_picture", feed=visit.feed, why=why)
