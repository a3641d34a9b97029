from collections.abc import Iterator
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
    """Who knows where the site is, and is not patient."""

    def lookup(host):
        return (ip_address("127.0.0.1"),) if host == HOST else looked_up(host)

    return Fetcher(Patience(connect=1, silence=0.3, total=0.8), lookup)
