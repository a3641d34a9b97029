"""The configuration for nginx leads clients to living controllers, and each to the same one."""

import json
import os
import re
import socket
import subprocess
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from threading import Event
from urllib.request import urlopen

import pytest
import socketio
from websocket import WebSocket, create_connection

from bench.hall_process import a_hall
from bench.ports import free_port, wait_for
from tests.journeys.history.controllers import Controller
from tests.postgres import new_database

pytestmark = [pytest.mark.postgres, pytest.mark.redis]
CONFIGURATIONS = Path(__file__).parents[2] / "deploy" / "nginx"
AROUND = """\
daemon off; pid {folder}/pid; error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/nouba.conf;
    include {folder}/public.conf;
}}
"""
CLIENTS = 12


class House:
    """Three controllers behind the nginx of the deployment, and the keys to their hall."""

    def __init__(self, folder: Path, token: str, controllers: list[Controller]) -> None:
        self.token, self.controllers = token, controllers
        self.port, self.public = free_port(), free_port()
        self.joined: dict[int, WebSocket] = {}
        text = (CONFIGURATIONS / "nouba.conf").read_text()
        text = text.replace("listen 8080", f"listen 127.0.0.1:{self.port}")
        for number, controller in enumerate(controllers, 8081):
            text = text.replace(f"127.0.0.1:{number}", f"127.0.0.1:{controller.port}")
        (folder / "nouba.conf").write_text(text)
        (folder / "public.conf").write_text(self._public())
        (folder / "nginx.conf").write_text(AROUND.format(folder=folder))
        command = ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")]
        self.nginx = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        wait_for(self.port)

    def _public(self) -> str:
        """Return the public proxy's configuration, without the certificate that only a site has."""
        text = (CONFIGURATIONS / "public.conf").read_text()
        text = re.sub(r"(?m)^ *ssl_certificate.*\n", "", text)
        text = text.replace("listen 443 ssl", f"listen 127.0.0.1:{self.public}")
        return text.replace("127.0.0.1:8080", f"127.0.0.1:{self.port}")

    def get(self, number: int, path: str, port: int = 0, **headers: str) -> int:
        """Ask for a page from an address of its own, at the public proxy unless told; its code."""
        place = ("127.0.0.1", port or self.public)
        connection = HTTPConnection(*place, timeout=10, source_address=(f"127.0.0.{number}", 0))
        try:
            connection.request("GET", path, headers=headers)
            return connection.getresponse().status
        finally:
            connection.close()

    def join(self, number: int) -> str:
        """Connect a screen from an address of its own; return what it is answered."""
        raw = socket.create_connection(("127.0.0.1", self.port), 10, (f"127.0.0.{number}", 0))
        screen = create_connection(
            f"ws://127.0.0.1:{self.port}/socket.io/?EIO=4&transport=websocket", socket=raw
        )
        screen.recv()
        screen.send("40/screens," + json.dumps({"token": self.token}))
        answer = str(screen.recv())
        self.joined[number] = screen
        return answer

    def screens(self) -> list[int]:
        """Return how many screens each controller has."""
        return [_screens(controller.port) for controller in self.controllers]


def _screens(port: int) -> int:
    with urlopen(f"http://127.0.0.1:{port}/metrics") as answer:
        return int(float(re.search(r"(?m)^nouba_screens (\S+)", answer.read().decode()).group(1)))


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder, database = tmp_path_factory.mktemp("nginx") / "hall", new_database()
    redis = os.environ["NOUBA_TEST_REDIS"]
    with a_hall(folder, 1, database, processes=0) as hall:
        controllers = [Controller(folder, database, redis, proxies=1) for _ in range(3)]
        for controller in controllers:
            wait_for(controller.port)
        house = House(folder, hall.screen, controllers)
        yield house
        house.nginx.terminate()
        house.nginx.wait()
        for controller in controllers:
            controller.kill()


def test_the_machines_of_one_network_are_shared_out(house: House) -> None:
    for number in range(2, 2 + CLIENTS):
        assert house.join(number).startswith("40/screens")

    assert sum(house.screens()) == CLIENTS
    assert sorted(house.screens())[1] > 0, "all came to the same controller"


def test_a_client_that_polls_comes_to_the_same_controller_each_time(house: House) -> None:
    client, boards, come = socketio.Client(reconnection=False), [], Event()
    client.on("board", lambda board: (boards.append(board), come.set()), namespace="/screens")

    client.connect(
        f"http://127.0.0.1:{house.port}", {}, {"token": house.token}, ["polling"], ["/screens"]
    )
    assert come.wait(10)
    client.disconnect()

    assert [board["waiting"] for board in boards] == [0]


WRONG = "/A/AAAA-AAAA"


def wrong_codes(house: House, number: int, port: int = 0, **headers: str) -> list[int]:
    """Try wrong codes from one address until no more is allowed; return the answers."""
    answers: list[int] = []
    while 429 not in answers and len(answers) < 50:
        told = {name: value.format(n=len(answers)) for name, value in headers.items()}
        answers.append(house.get(number, WRONG, port, **told))
    return answers


def test_behind_two_proxies_each_visitor_has_an_allowance_of_their_own(house: House) -> None:
    first = wrong_codes(house, 21)

    assert (set(first[:-1]), first[-1]) == ({404}, 429)
    assert house.get(22, WRONG) == 404
    assert wrong_codes(house, 23) == first
    assert [house.get(number, WRONG) for number in (21, 21, 21, 22, 23)] == [
        *(429, 429, 429, 404, 429)
    ]


@pytest.mark.parametrize("way", ["public", "port"])
def test_nobody_has_more_by_claiming_other_addresses(house: House, way: str) -> None:
    number, port = {"public": 31, "port": 33}[way], getattr(house, way)
    claims = {"X-Forwarded-For": "10.0.0.{n}", "X-Real-IP": "10.0.0.{n}"}

    assert wrong_codes(house, number, port, **claims) == wrong_codes(house, number + 1, port)


def test_the_internet_gets_the_visitors_pages_alone(house: House) -> None:
    given = ("/appointments", "/language/fr?next=/appointments", "/static/css/appointments.css")
    kept = ("/", "/agent", "/order", "/metrics", "/health", "/socket.io/?EIO=4", "/Admin", "/api/x")

    assert [house.get(40, path) for path in kept] == [404] * len(kept)
    assert [house.get(40, path) for path in given] == [200, 303, 200]


def test_whose_controller_is_killed_is_led_to_another(house: House) -> None:
    house.controllers[0].kill()

    for number in range(2, 2 + CLIENTS):
        assert house.join(number).startswith("40/screens")
