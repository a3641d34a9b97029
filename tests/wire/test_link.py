"""The clients' link, against a real Socket.IO server in another process."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bench.ports import free_port
from tests.killing import kill
from wire.link import Arrival, Link, Message, Offline, Online, Patience, Place
from wire.messages import Shown, TakeTicket

PATIENCE = Patience(first_pause=0.1, longest_pause=0.2, connect=2.0, answer=0.5, asks=12)
TAKE = TakeTicket(request="request-1", service="birth_copy", language="ar")


class Controller:
    """The server's process: started, killed, started again on the same port."""

    def __init__(self, log: Path) -> None:
        self.port = free_port()
        self.log = log
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, mood: str = "well") -> None:
        command = [sys.executable, "-m", "tests.wire.small_controller"]
        self._process = subprocess.Popen([*command, str(self.port), str(self.log), mood])

    def signal(self, number: signal.Signals) -> None:
        assert self._process
        self._process.send_signal(number)

    def kill(self) -> None:
        if self._process:
            kill(self._process)

    def wait_until_dead(self) -> None:
        assert self._process
        self._process.wait(20)

    def requests(self) -> list[str]:
        return self.log.read_text().split() if self.log.exists() else []


@dataclass
class Client:
    """A program with a main loop that drains its link."""

    link: Link
    arrived: list[Arrival]

    def until(self, is_so: Callable[[], bool], seconds: float = 20) -> None:
        deadline = time.monotonic() + seconds
        while not is_so():
            assert time.monotonic() < deadline, self.arrived
            self.arrived += self.link.drain()
            time.sleep(0.01)

    def until_arrived(self, *wanted: Arrival) -> None:
        self.until(lambda: all(one in self.arrived for one in wanted))


@pytest.fixture
def controller(tmp_path) -> Iterator[Controller]:
    controller = Controller(tmp_path / "requests")
    yield controller
    controller.kill()


@pytest.fixture
def join(controller) -> Iterator[Callable[..., Client]]:
    links: list[Link] = []

    def join(token: str = "right", patience: Patience = PATIENCE) -> Client:
        link = Link(Place(f"http://127.0.0.1:{controller.port}", "/kiosks", token), patience)
        links.append(link)
        link.start()
        return Client(link, [])

    yield join
    for link in links:
        link.stop()


def online(controller, join) -> Client:
    controller.start()
    client: Client = join()
    client.until_arrived(Message("offer", {"seq": 0}))
    client.arrived.clear()
    return client


def test_a_client_that_came_first_gets_the_state_when_the_controller_comes(controller, join):
    client = join()
    client.until_arrived(Offline("unreachable"))
    assert not client.link.is_online

    controller.start()
    client.until_arrived(Message("offer", {"seq": 0}))

    assert client.arrived == [
        Offline("unreachable"),
        Online(),
        Message("offer", {"seq": 0}),
    ]
    assert client.link.is_online


def test_after_a_kill_the_client_comes_back_and_gets_the_state_again(controller, join):
    client = online(controller, join)

    controller.kill()
    client.until_arrived(Offline("unreachable"))
    controller.start()
    client.until_arrived(Message("offer", {"seq": 0}))

    assert client.arrived == [
        Offline("unreachable"),
        Online(),
        Message("offer", {"seq": 0}),
    ]


def test_a_frozen_controller_is_noticed(controller, join):
    client = online(controller, join)

    controller.signal(signal.SIGSTOP)
    client.until_arrived(Offline("unreachable"))
    client.arrived.clear()
    controller.signal(signal.SIGCONT)

    client.until_arrived(Online(), Message("offer", {"seq": 0}))


def test_a_client_that_is_put_out_comes_back(controller, join):
    client = online(controller, join)

    client.link.tell("put_out", Shown(seq=1))

    client.until_arrived(Offline("unreachable"), Online(), Message("offer", {"seq": 0}))


def test_a_wrong_token_is_told_once_and_tried_on(controller, join):
    controller.start()
    client = join("wrong")
    client.until_arrived(Offline("unknown_device"))
    client.until(lambda: True)

    assert not client.link.is_online
    assert client.arrived.count(Offline("unknown_device")) == 1


def test_messages_keep_their_order(controller, join):
    client = online(controller, join)

    client.link.tell("many", Shown(seq=200))
    client.until_arrived(Message("call", {"seq": 199}))

    pairs = [(Message("offer", {"seq": n}), Message("call", {"seq": n})) for n in range(200)]
    assert client.arrived == [message for pair in pairs for message in pair]


def test_a_request_is_answered_in_the_thread_that_drains(controller, join):
    controller.start()
    client, answers = join(), []

    client.link.request("take_ticket", TAKE, answers.append)
    client.until(lambda: bool(answers))

    assert answers == [{"ticket": "A001"}]
    assert controller.requests() == ["request-1"]


def test_a_request_made_before_the_controller_came_is_answered_when_it_comes(controller, join):
    client, answers = join(), []
    client.link.request("take_ticket", TAKE, answers.append)
    client.until_arrived(Offline("unreachable"))

    controller.start()
    client.until(lambda: bool(answers))

    assert answers == [{"ticket": "A001"}]


def test_when_the_answer_is_lost_in_a_crash_the_same_request_is_sent_again(controller, join):
    controller.start("dies")
    client, answers = join(), []
    client.link.request("take_ticket", TAKE, answers.append)
    client.until(lambda: bool(controller.requests()))
    controller.wait_until_dead()

    controller.start()
    client.until(lambda: bool(answers))

    assert controller.requests() == ["request-1", "request-1"]
    assert answers == [{"ticket": "A002"}]


def test_a_lost_connection_ends_the_wait_for_its_answers(controller, join):
    controller.start("dies")
    client, answers = join(patience=replace(PATIENCE, answer=60.0)), []
    client.link.request("take_ticket", TAKE, answers.append)
    client.until(lambda: bool(controller.requests()))
    controller.wait_until_dead()

    controller.start()
    client.until(lambda: bool(answers))

    assert answers == [{"ticket": "A002"}]


def test_when_no_answer_comes_in_time_the_same_request_is_sent_again(controller, join):
    controller.start("deaf")
    client, answers = join(), []

    client.link.request("take_ticket", TAKE, answers.append)
    client.until(lambda: bool(answers))

    assert controller.requests() == ["request-1", "request-1"]
    assert answers == [{"ticket": "A002"}]


def test_a_request_is_given_up_in_the_end(join):
    client, answers = join(), []
    client.link.request("take_ticket", TAKE, answers.append)
    client.until(lambda: bool(answers))
    assert answers == [None]


def test_what_is_told_while_offline_is_dropped(controller, join):
    client = join()
    client.link.tell("many", Shown(seq=5))
    controller.start()
    client.until_arrived(Message("offer", {"seq": 0}))
    assert Message("call", {"seq": 0}) not in client.arrived
