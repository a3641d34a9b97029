from collections.abc import Iterator
from dataclasses import replace
from ipaddress import ip_address

import pytest

from controller.news.address import looked_up
from controller.news.connection import Patience
from controller.news.fetching import Fetcher
from tests.controller.news.site import HOST, Site, a_site


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
