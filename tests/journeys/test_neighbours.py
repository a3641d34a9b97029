"""Two controllers of one hall know each other's devices, and hear of each other's facts at once."""

import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import socketio

from bench.hall_process import HallProcess, a_hall
from bench.ports import free_port, wait_for
from tests.journeys.history.controllers import Controller
from tests.killing import kill
from tests.postgres import new_database

pytestmark = [pytest.mark.postgres, pytest.mark.redis]


class Client:
    """A Socket.IO client that keeps the latest of each state."""

    def __init__(self, controller: Controller, namespace: str, token: str) -> None:
        self._namespace = namespace
        self.states: dict[str, Any] = {}
        self._client = socketio.Client(reconnection=False)
        self._client.on("*", self.states.__setitem__, namespace=namespace)
        url = f"http://127.0.0.1:{controller.port}"
        self._client.connect(url, {}, {"token": token}, ["websocket"], [namespace])

    def ask(self, event: str, **data: object) -> Any:
        request = {"request": f"request-{time.monotonic_ns()}", **data}
        return self._client.call(event, request, self._namespace, timeout=10)

    def tell(self, event: str, **data: object) -> None:
        self._client.emit(event, data, self._namespace)

    def close(self) -> None:
        self._client.disconnect()


class Meeting:
    """A Redis of the test's own, which it may end."""

    def __init__(self) -> None:
        self.port = free_port()
        self.start()

    def start(self) -> None:
        command = ["redis-server", "--port", str(self.port), "--bind", "127.0.0.1", "--save", ""]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        wait_for(self.port)

    def end(self) -> None:
        kill(self._process)


class Pair:
    """A hall of two controllers: a screen and a kiosk at the one, the staff at the other."""

    def __init__(self, folder: Path, hall: HallProcess, database: str, meeting: Meeting) -> None:
        redis = f"redis://127.0.0.1:{meeting.port}"
        self.one, self.other = (Controller(folder, database, redis) for _ in range(2))
        for controller in (self.one, self.other):
            wait_for(controller.port)
        self.screen = Client(self.one, "/screens", hall.screen)
        self.kiosk = Client(self.one, "/kiosks", hall.kiosk)
        self.agent = Client(self.other, "/agents", hall.agents[0])
        self.supervisor = Client(self.other, "/supervisors", hall.supervisor)
        self.agent.ask("open", counter=1)

    def call(self) -> str:
        """Take a ticket and call it; return it when the screen shows it."""
        self.kiosk.ask("take_ticket", service="legalisation", language="ar")
        called = self.agent.ask("call_next")
        wait_until(lambda: self.shown() == called["ticket"])
        return str(called["ticket"])

    def shown(self) -> str | None:
        rows = self.screen.states.get("board", {}).get("rows", ())
        return rows[0]["ticket"] if rows else None

    def receipt(self) -> Any:
        return self.agent.states["desk"]["receipt"]

    def printer(self) -> Any:
        devices = self.supervisor.states.get("overview", {}).get("devices", ())
        return next((each["printer"] for each in devices if each["kind"] == "kiosk"), None)

    def end(self) -> None:
        for client in (self.screen, self.kiosk, self.agent, self.supervisor):
            client.close()
        for controller in (self.one, self.other):
            controller.kill()


def wait_until(condition: Callable[[], bool], seconds: float = 15) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it never came to that"
        time.sleep(0.01)


@pytest.fixture(scope="module")
def meeting() -> Iterator[Meeting]:
    meeting = Meeting()
    yield meeting
    meeting.end()


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory, meeting: Meeting) -> Iterator[Pair]:
    folder, database = tmp_path_factory.mktemp("pair") / "hall", new_database()
    with a_hall(folder, 1, database, processes=0) as hall:
        pair = Pair(folder, hall, database, meeting)
        yield pair
        pair.end()


def test_an_agent_learns_what_a_screen_at_another_controller_did(pair: Pair) -> None:
    pair.call()
    wait_until(lambda: "call" in pair.screen.states)
    call = pair.screen.states["call"]

    pair.screen.tell("shown", seq=pair.screen.states["board"]["seq"], spoken=[call["seq"]])

    all_well = {"screens": 1, "shown": 1, "spoken": 1, "off": []}
    wait_until(lambda: pair.receipt() == all_well)
    pair.agent.ask("no_show")


def test_a_supervisor_learns_of_a_printer_at_another_controller(pair: Pair) -> None:
    pair.kiosk.tell("printer", troubles=["paper_out"])

    wait_until(lambda: pair.printer() == ["paper_out"])


def test_without_redis_calls_are_shown_all_the_same(pair: Pair, meeting: Meeting) -> None:
    meeting.end()

    ticket = pair.call()

    assert pair.shown() == ticket
    wait_until(lambda: pair.receipt() == {"screens": 0, "shown": 0, "spoken": 0, "off": ["screen"]})
    meeting.start()
    wait_until(lambda: pair.receipt()["screens"] == 1)
    assert [log for log in (pair.one.log(), pair.other.log()) if "Traceback" in log] == []
    assert "neighbours_back" in pair.other.log()
