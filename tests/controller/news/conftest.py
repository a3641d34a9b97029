from collections.abc import Iterator
from dataclasses import replace
from ipaddress import ip_address
from pathlib import Path
from shutil import copy

import pytest

from controller.news.address import looked_up
from controller.news.album import Album
from controller.news.connection import Patience
from controller.news.fetching import Fetcher
from controller.news.reader import Here
from controller.news.rounds import Rounds
from controller.store.engine import open_engine
from controller.store.news import SqlShelf
from media.zone import time_zone
from tests.controller.news.hall import Hall
from tests.controller.news.site import HOST, Site, a_site
from tests.controller.news.written import NOW, a_feed, an_item, rss

RABAT = time_zone("Africa/Casablanca")


@pytest.fixture
def site() -> Iterator[Site]:
    with a_site() as site:
        yield site


@pytest.fixture
def fetcher() -> Fetcher:
    """Who knows where the site is, and is patient enough for a busy machine."""

    def lookup(host):
        return (ip_address("127.0.0.1"),) if host == HOST else looked_up(host)

    return Fetcher(Patience(connect=20, silence=20, total=60), lookup)


@pytest.fixture
def impatient(fetcher: Fetcher) -> Fetcher:
    return replace(fetcher, patience=Patience(connect=20, silence=0.3, total=0.8))


@pytest.fixture(scope="module")
def empty_database(tmp_path_factory) -> Path:
    """A database with its tables, which take a third of a second to make."""
    file = tmp_path_factory.mktemp("empty") / "hall.db"
    open_engine(f"sqlite:///{file}").dispose()
    return file


@pytest.fixture
def hall(site: Site, fetcher: Fetcher, tmp_path: Path, empty_database: Path):
    copy(empty_database, tmp_path / "hall.db")
    engine = open_engine(f"sqlite:///{tmp_path}/hall.db")
    shelf, time = SqlShelf(engine, "hall"), [NOW]
    feed = a_feed(url=site.url("/feed"), intranet=(HOST,))
    album = Album(tmp_path / "pictures")
    clock, chance = (lambda: time[0]), (lambda: 0.5)
    rounds = Rounds((feed,), shelf, fetcher, Here(), album, RABAT, clock, chance)
    site.put("/feed", rss(an_item("1")))
    yield Hall(site, rounds, shelf, time)
    engine.dispose()
