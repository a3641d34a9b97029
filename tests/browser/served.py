"""A real controller in a process of its own, which tests may kill and start again."""

import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self

import pytest
import requests
import socketio
from sqlalchemy import Engine, select

from bench.ports import free_port
from controller.hall.events import Event
from controller.identity import Device, Person
from controller.store.devices import Devices
from controller.store.encoding import decode
from controller.store.engine import open_engine
from controller.store.people import People
from controller.store.tables import journal
from tests.databases import database_in
from tests.killing import kill

PASSWORD = "correct horse"

PATIENCE = 60
"""Seconds that a slow and busy machine may take for anything."""

RULES = """
outcomes = ["resolved", "incomplete_file", "by_post"]

[classes.elderly]
level = 1

[services.life_certificate]
quota = 1

[[rules]]
name = "Many wait for hygiene"
when = { queue_over = 2, service = "hygiene" }
then = [{ tell = "supervisor" }]
"""


class ServedHall:
    """A hall with two agents, a supervisor, an editor, a kiosk and a screen."""

    def __init__(self, folder: Path, rules: str = RULES, host: str = "127.0.0.1") -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._settings = folder / "controller.toml"
        self._database = database_in(folder)
        self._settings.write_text(
            f'database = "{self._database}"\nhost = "{host}"\nport = {self.port}\n'
            f'secret_file = "{folder}/secret.key"\npublic_url = "{self.url}"\n'
            f'rules = "{folder}/rules.toml"\n'
        )
        (folder / "rules.toml").write_text(rules)
        self.tokens = _furnish(self._database)
        self._process: subprocess.Popen[bytes] | None = None
        self._kiosk = socketio.Client(reconnection=False)
        self._signed_in: dict[str, dict[str, str]] = {}

    def start(self) -> None:
        """Start the controller and wait until it answers."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "controller", str(self._settings)], stdout=subprocess.DEVNULL
        )
        deadline = time.monotonic() + PATIENCE
        while not self._answers():
            if time.monotonic() > deadline:
                self.kill()
                pytest.fail("the controller does not answer")
            time.sleep(0.02)

    def kill(self) -> None:
        """End the controller as a power cut does."""
        kill(self._process)

    def stop(self) -> int:
        """Ask the controller to end, and return its exit status."""
        if self._kiosk.connected:
            self._kiosk.disconnect()
        self._process.send_signal(signal.SIGTERM)
        return self._process.wait(timeout=PATIENCE)

    def change_rules(self, rules: str) -> None:
        """Start the controller again with other rules."""
        assert self.stop() == 0
        (self._settings.parent / "rules.toml").write_text(rules)
        self.start()

    def take(self, service: str, language: str = "ar", **more: Any) -> dict[str, Any]:
        """Take a ticket at the kiosk, and return its slip."""
        wanted = {"request": uuid.uuid4().hex, "service": service, "language": language} | more
        return self.tell("take_ticket", wanted)

    def tell(self, event: str, message: dict[str, Any]) -> dict[str, Any]:
        """Say something as the kiosk, and return the answer."""
        if not self._kiosk.connected:
            auth = {"token": self.tokens["entrance"]}
            self._kiosk.connect(
                self.url, auth=auth, namespaces=["/kiosks"], transports=["websocket"]
            )
        return self._kiosk.call(event, message, namespace="/kiosks", timeout=PATIENCE)

    @contextmanager
    def engine(self) -> Iterator[Engine]:
        """Open the controller's database beside it."""
        engine = open_engine(self._database)
        try:
            yield engine
        finally:
            engine.dispose()

    def journal(self) -> list[Event]:
        """Return all that has happened, as the controller wrote it down."""
        engine = open_engine(self._database)
        with engine.connect() as connection:
            rows = connection.execute(select(journal).order_by(journal.c.place)).all()
        engine.dispose()
        return [decode(row.kind, row.event) for row in rows]

    def forget_device(self, name: str) -> None:
        """Let a device go that a test has let in."""
        engine = open_engine(self._database)
        Devices(engine).remove(name)
        engine.dispose()

    def clear(self) -> None:
        """Leave the hall as it was: nobody waits, every counter is closed."""
        with self.tablet("karim") as tablet:
            tablet.leave()
        with self.tablet("amina") as tablet:
            tablet.leave()
            tablet.send_everybody_home()

    def tablet(self, name: str) -> "Tablet":
        """Return the tablet of an agent, signed in: again only when the session was ended."""
        if name in self._signed_in:
            with suppress(socketio.exceptions.ConnectionError):
                return Tablet(self.url, self._signed_in[name])
        credentials = {"name": name, "password": PASSWORD}
        answer = requests.post(f"{self.url}/api/sign-in", json=credentials, timeout=PATIENCE)
        self._signed_in[name] = answer.json()
        return Tablet(self.url, self._signed_in[name])

    def _answers(self) -> bool:
        try:
            return requests.get(f"{self.url}/health", timeout=1).ok
        except (requests.ConnectionError, requests.Timeout):
            return False


@contextmanager
def leaving_it_empty(hall: ServedHall) -> Iterator[None]:
    """Leave the hall as it was, whatever happens in the block: others begin in it."""
    try:
        yield
    finally:
        hall.clear()


class Tablet:
    """An agent without a browser, who tidies up."""

    def __init__(self, url: str, session: dict[str, str]) -> None:
        self._client = socketio.SimpleClient()
        self._client.connect(
            url, namespace="/agents", auth=session, transports=["websocket"], wait_timeout=PATIENCE
        )
        self.desk = self._client.receive(timeout=PATIENCE)[1]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.disconnect()

    def start(self) -> None:
        """Begin to serve whom the page has called."""
        self.ask("start")

    def leave(self) -> None:
        """End with the ticket, and close the counter."""
        ticket = self.desk["ticket"]
        if ticket:
            self.ask("no_show" if ticket["state"] == "called" else "finish")
        if self.desk["counter"]:
            self.ask("close")

    def send_everybody_home(self) -> None:
        """Call whoever waits, for any service, until nobody does."""
        for parked in self.desk["parked"]:
            self.ask("cancel", ticket=parked["ticket"], reason="The test is over")
        services = [each["service"] for each in self.desk["waiting"]]
        self.ask("open", counter=1, services=services)
        while "refused" not in self.ask("call_next"):
            self.ask("no_show")
        self.ask("close")

    def receipt(self, is_right: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Wait for such a receipt of what the screens did with the call, and return it."""
        while True:
            event, data = self._client.receive(timeout=PATIENCE)
            receipt: dict[str, Any] | None = data.get("receipt") if event == "desk" else None
            if receipt and is_right(receipt):
                return receipt

    def ask(self, event: str, **data: Any) -> dict[str, Any]:
        """Ask for something, and return the answer."""
        return self._client.call(event, {"request": uuid.uuid4().hex} | data, timeout=PATIENCE)


class Screen:
    """A hall's screen that shows and speaks nothing but what a test lets it say."""

    def __init__(self, hall: ServedHall) -> None:
        self._client = socketio.SimpleClient()
        auth = {"token": hall.tokens["north"]}
        self._client.connect(hall.url, namespace="/screens", auth=auth)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.disconnect()

    def next_call(self) -> int:
        """Wait for a call, and return its seq."""
        while True:
            event, data = self._client.receive(timeout=PATIENCE)
            if event == "call":
                return int(data["seq"])

    def show(self, seq: int, spoken: list[int]) -> None:
        """Say that the board of this seq is shown, and which calls were spoken."""
        self._client.emit("shown", {"seq": seq, "spoken": spoken})


def _furnish(url: str) -> dict[str, str]:
    engine = open_engine(url)
    people, devices = People(engine), Devices(engine)
    people.add(Person("amina", "Amina El Idrissi", "agent", "ar"), PASSWORD)
    people.add(Person("karim", "Karim Benali", "agent", "fr"), PASSWORD)
    people.add(Person("salma", "Salma Tazi", "supervisor", "fr"), PASSWORD)
    people.add(Person("houda", "Houda Alami", "editor", "fr"), PASSWORD)
    known = (("entrance", "kiosk"), ("north", "screen"), ("faces-4", "rater"))
    tokens = {name: devices.add(Device(name, kind)) for name, kind in known}
    engine.dispose()
    return tokens
