"""The database goes away while the hall is open, and comes back."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import gevent
import psycopg
import pytest
from psycopg.sql import SQL, Identifier

from tests.controller.web.asking import ask, take
from tests.controller.web.browsing import browser
from tests.postgres import new_database

pytestmark = pytest.mark.postgres

READERS = 6
"""One reads the journal, one who may be here, one which devices are expected, one how they are,
one what is wished of them, one the notices."""


@dataclass
class Outage:
    """A PostgreSQL that throws everybody out of one database, and lets nobody in."""

    server: str
    database: str

    def begin(self) -> None:
        self._allow(is_allowed=False)
        query = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
        with self._connected() as connection:
            connection.execute(query, [self.database])

    def end(self) -> None:
        self._allow(is_allowed=True)

    def _allow(self, *, is_allowed: bool) -> None:
        with self._connected() as connection:
            connection.execute(
                SQL("ALTER DATABASE {} ALLOW_CONNECTIONS {}").format(
                    Identifier(self.database), SQL(str(is_allowed).lower())
                )
            )

    def _connected(self) -> psycopg.Connection:
        return psycopg.connect(f"{self.server}/postgres", autocommit=True)


@pytest.fixture
def url() -> str:
    return new_database()


@pytest.fixture
def outage(url: str) -> Iterator[Outage]:
    server, _, database = url.replace("+psycopg", "").rpartition("/")
    outage = Outage(server, database)
    yield outage
    outage.end()


@pytest.fixture
def logged(capfd, caplog) -> Callable[[], str]:
    """Return the log so far, and make sure that it holds no traceback."""

    def text() -> str:
        told = capfd.readouterr()
        assert "Traceback" not in told.out + told.err
        assert [each for each in caplog.records if each.exc_info] == []
        return told.out

    return text


def test_whoever_asks_is_told_to_try_again_and_then_goes_on(house, outage, logged):
    agent, kiosk = house.person("amina"), house.device("entrance")
    client, token = browser(house, "amina"), house.sign_in("karim")
    again = {"refused": "try_again", "why": ""}
    outage.begin()

    assert [ask(agent, "/agents", "open", counter=4), take(kiosk)] == [again, again]
    assert not house.connect("/agents", {"token": token}).is_connected("/agents")
    credentials = {"name": "amina", "password": "correct horse"}
    answer = house.app.test_client().post("/api/sign-in", json=credentials)
    assert (answer.status_code, answer.get_json()) == (503, {"refused": "try_again"})
    page = client.get("/agent")
    assert (page.status_code, "Please try again" in page.text) == (503, True)

    outage.end()
    assert ask(agent, "/agents", "open", counter=4) == {"seq": 1}
    assert client.get("/agent").status_code == 200
    assert house.connect("/agents", {"token": token}).is_connected("/agents")
    logged()


def test_the_log_says_once_that_it_went_and_once_that_it_came_back(house, outage, logged):
    agent = house.person("amina")
    outage.begin()
    log = _until(logged, "", lambda log: log.count("database_away") == READERS)
    log = _until(logged, log, lambda _: False, seconds=2.5)
    outage.end()
    log = _until(logged, log, lambda log: log.count("database_back") == READERS)

    assert (log.count("database_away"), log.count("database_back")) == (READERS, READERS)
    assert agent.is_connected("/agents")


def _until(logged, log, is_enough, seconds=5.0):
    """Return the log as soon as it is enough, or when the time is over."""
    with gevent.Timeout(seconds, False):
        while not is_enough(log):
            gevent.sleep(0.02)
            log += logged()
    return log
