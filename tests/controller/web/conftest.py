"""A hall with its staff, a kiosk and two screens, served in-process."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import gevent
import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask_socketio import SocketIO, SocketIOTestClient
from sqlalchemy import Engine

from controller.appointments import Appointments
from controller.expectations import Expectations
from controller.identity import Device, Person
from controller.morning import appointments_of, empty_hall
from controller.news.album import Album
from controller.newsroom import NewsTeller
from controller.order import OrderKept
from controller.publishing import publisher_of
from controller.reception import Reception
from controller.rulebook import Rulebook
from controller.settings import DEMONSTRATION_PACK, Settings
from controller.store.appointments import SqlBook
from controller.store.asset_folder import AssetFolder
from controller.store.complaints import SqlComplaints
from controller.store.devices import Devices
from controller.store.engine import open_engine
from controller.store.fleet import SqlShelf
from controller.store.journal import SqlJournal
from controller.store.news import SqlShelf as NewsShelf
from controller.store.pairings import SqlPairings
from controller.store.people import People
from controller.store.report import day_report
from controller.store.satisfaction import satisfaction
from controller.store.sessions import Sessions
from controller.store.signage import SqlArchive
from controller.store.wishes import SqlWishes
from controller.studio import Studio
from controller.waits import Waits
from controller.web.app import create_app
from controller.web.complaining import Complaining
from controller.web.content import Content
from controller.web.fleet import Fleet
from controller.web.follow_code import FollowCodes
from controller.web.news_page import NewsDesk
from controller.web.parts import Parts
from controller.web.reports import Reports
from controller.web.signage import Signage
from media.pack import Pack, load_pack
from media.texts import Texts
from tests.databases import a_database, ready_database_in

PASSWORD = "correct horse"
MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@dataclass
class House:
    """Everything a test may want to touch."""

    app: Flask
    socketio: SocketIO
    reception: Reception
    journal: SqlJournal
    codes: FollowCodes
    people: People
    devices: Devices
    appointments: Appointments
    signage: Signage
    fleet: Fleet
    news: NewsShelf
    complaints: SqlComplaints
    tokens: dict[str, str]

    def connect(self, namespace: str, auth: object = None, browser: Any = None) -> Any:
        """Connect an in-process client, and let the greenlets send it its state."""
        client = SocketIOTestClient(
            self.app, self.socketio, namespace=namespace, auth=auth, flask_test_client=browser
        )
        gevent.sleep(0)
        return client

    def device(self, name: str) -> Any:
        namespace = "/kiosks" if name == "entrance" else "/screens"
        return self.connect(namespace, {"token": self.tokens[name]})

    def sign_in(self, name: str) -> str:
        """Return the token of a session that begins."""
        answer = self.app.test_client().post(
            "/api/sign-in", json={"name": name, "password": PASSWORD}
        )
        token: str = answer.get_json()["token"]
        return token

    def person(self, name: str) -> Any:
        namespace = "/supervisors" if name == "salma" else "/agents"
        return self.connect(namespace, {"token": self.sign_in(name)})

    def seq(self) -> int:
        return self.reception.read(lambda hall, _: hall.seq)


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack(DEMONSTRATION_PACK)


@pytest.fixture(scope="session")
def texts() -> Texts:
    return Texts()


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    """A database with its tables, and nothing in them."""
    with a_database(tmp_path, ready_database_in) as url:
        yield url


@pytest.fixture
def clock() -> list[datetime]:
    return [MORNING]


@pytest.fixture
def rulebook() -> Rulebook:
    """The hall's own rules; tests that need some give others."""
    return Rulebook()


@pytest.fixture
def settings() -> Settings:
    """The controller's settings; tests that need some give others."""
    return Settings()


@pytest.fixture
def greenlets(monkeypatch: pytest.MonkeyPatch) -> list[gevent.Greenlet]:
    """What the house goes on doing: it has to end with it, or it keeps the database open."""
    started: list[gevent.Greenlet] = []
    start = SocketIO.start_background_task

    def noted(socketio: SocketIO, *task: Any, **options: Any) -> gevent.Greenlet:
        started.append(start(socketio, *task, **options))
        return started[-1]

    monkeypatch.setattr(SocketIO, "start_background_task", noted)
    return started


def _staff(engine: Engine) -> People:
    people = People(engine, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    people.add(Person("amina", "Amina", "agent", "ar"), PASSWORD)
    people.add(Person("karim", "Karim", "agent", "fr"), PASSWORD)
    people.add(Person("salma", "Salma", "supervisor", "fr"), PASSWORD)
    people.add(Person("houda", "Houda", "editor", "fr"), PASSWORD)
    people.add(Person("omar", "Omar", "approver", "fr"), PASSWORD)
    return people


@pytest.fixture
def house(
    url: str,
    pack: Pack,
    texts: Texts,
    clock: list[datetime],
    rulebook: Rulebook,
    greenlets: list[gevent.Greenlet],
    settings: Settings,
    tmp_path: Path,
) -> Iterator[House]:
    engine = open_engine(url)
    people, devices = _staff(engine), Devices(engine)
    journal, now, zone = SqlJournal(engine, "hall"), lambda: clock[0], pack.hall.zone
    expectations, order = Expectations(Waits(), zone), OrderKept(rulebook.rules, zone)
    morning = partial(empty_hall, pack, rulebook)
    reception = Reception(journal, morning, now, zone, (expectations, order))
    codes = FollowCodes(b"secret", "hall", "http://hall.example")
    appointments = appointments_of(SqlBook(engine, "hall"), reception, pack, rulebook, now)
    archive, files = SqlArchive(engine, "hall"), AssetFolder(tmp_path / "signage")
    news = NewsTeller(NewsShelf(engine, "hall"), Album(tmp_path / "news"), files, pack, now)
    publisher = publisher_of(archive, files.has, pack, settings, now, news)
    studio = Studio(settings.pack, tmp_path / "signage")
    signage = Signage(publisher, archive, files, now, studio)
    shelf = SqlShelf(engine, "hall")
    fleet = Fleet(shelf, SqlPairings(engine), SqlWishes(engine, "hall"), now)
    complaints = SqlComplaints(engine, "hall")
    app, socketio = create_app(
        Parts(
            reception,
            people,
            Sessions(engine, now),
            devices,
            Content(pack, texts),
            codes,
            appointments,
            "secret",
            expectations,
            order,
            journal.seal,
            Reports(
                lambda day: day_report(engine, "hall", day, morning(), lambda: gevent.sleep(0)),
                partial(satisfaction, engine, "hall"),
            ),
            now,
            zone,
            signage,
            fleet,
            Complaining(complaints),
            news=NewsDesk(news.shelf, now, needs_approval=settings.notices_need_approval),
        )
    )
    known = (("entrance", "kiosk"), ("north", "screen"), ("south", "screen"))
    tokens = {name: devices.add(Device(name, kind)) for name, kind in known}
    yield House(
        app,
        socketio,
        reception,
        journal,
        codes,
        people,
        devices,
        appointments,
        signage,
        fleet,
        news.shelf,
        complaints,
        tokens,
    )
    gevent.killall(greenlets)
    engine.dispose()


@pytest.fixture
def said() -> Callable[[Any, str], list[Any]]:
    """Wait for the events of one name that a client gets, with a deadline."""

    def wait(client: Any, name: str) -> list[Any]:
        with gevent.Timeout(3):
            while True:
                got = [each["args"][0] for each in client.queue if each["name"] == name]
                if got:
                    client.queue.clear()
                    return got
                gevent.sleep(0.005)

    return wait


@pytest.fixture
def shown(house: House) -> Callable[[Any, str], Any]:
    """Wait for the state that tells all that has happened, with a deadline."""

    def wait(client: Any, name: str) -> Any:
        seq = house.seq()
        with gevent.Timeout(3):
            while True:
                states = [each["args"][0] for each in client.queue if each["name"] == name]
                if states and states[-1]["seq"] >= seq:
                    return states[-1]
                gevent.sleep(0.005)

    return wait
