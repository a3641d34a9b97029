"""A door that serves what is published, and a courier that fetches from it."""

import pytest

from display.player.checking import Checker
from tests.display.player.bringing import Bringing
from tests.display.player.serving import door


@pytest.fixture
def server():
    with door() as served:
        yield served


@pytest.fixture(scope="session")
def checker():
    made = Checker()
    yield made
    made.close()


@pytest.fixture
def bringing(server, checker, tmp_path):
    return Bringing(server, checker, tmp_path / "player")
