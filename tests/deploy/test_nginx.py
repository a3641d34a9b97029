"""The configuration for nginx leads clients to living controllers, and each to the same one."""

import json
import os
import re
import socket
import subprocess
from collections.abc import Iterator
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
CONFIGURATION = Path(__file__).parents[2] / "deploy" / "nginx" / "nouba.conf"
AROUND = """\
daemon off; pid {folder}/pid; error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/nouba.conf;
}}
"""
CLIENTS = 12


class House:
    """Three controllers behind the nginx of the deployment, and the keys to their hall."""

    def __init__(self, folder: Path, token: str, controllers: list[Controller]) -> None:
        self.token, self.controllers, self.port = token, controllers, free_port()
        self.joined: dict[int, WebSocket] = {}
        text = CONFIGURATION.read_text().replace("listen 8080", f"listen 127.0.0.1:{self.port}")
        for number, controller in enumerate(controllers, 8081):
            text = text.replace(f"127.0.0.1:{number}", f"127.0.0.1:{controller.port}")
        (folder / "nouba.conf").write_text(text)
        (folder / "nginx.conf").write_text(AROUND.format(folder=folder))
        command = ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")]
        self.nginx = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        wait_for(self.port)

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
        controllers = [Controller(folder, database, redis) for _ in range(3)]
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


def test_whose_controller_is_killed_is_led_to_another(house: House) -> None:
    house.controllers[0].kill()

    for number in range(2, 2 + CLIENTS):
        assert house.join(number).startswith("40/screens")
