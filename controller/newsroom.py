"""Puts the news together: the settings' feeds, the shelf in the database, the network."""

import random
from collections.abc import Callable, Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

import structlog
from sqlalchemy import Engine

from controller.news.album import Album
from controller.news.apart import Apart
from controller.news.fetching import Fetcher
from controller.news.pace import is_resting
from controller.news.rounds import Aside, Rounds, Visit, here
from controller.settings import Settings
from controller.store.news import SqlShelf

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
