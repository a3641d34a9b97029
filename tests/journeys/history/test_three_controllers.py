"""Three controllers, one of which is always being killed, are one hall."""

import json
import os
import random
import subprocess
import sys
import time

import pytest

from bench.hall_process import SERVICES, a_hall
from bench.ports import wait_for
from tests.journeys.history.checker import contradictions
from tests.journeys.history.controllers import Controller
from tests.journeys.history.entry import read
from tests.postgres import new_database

AGENTS, TICKETS = 24, 150
"""Tickets of each of three kiosks."""


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """The history of a hall whose controllers die, and how often they did."""
    folder = tmp_path_factory.mktemp("three") / "hall"
    database, redis = new_database(), os.environ["NOUBA_TEST_REDIS"]
    with a_hall(folder, AGENTS, database, processes=0) as hall:
        controllers = [Controller(folder, database, redis) for _ in range(3)]
        for controller in controllers:
            wait_for(controller.port)
        plan = {
            "ports": [controller.port for controller in controllers],
            "kiosk": hall.kiosk,
            "agents": hall.agents,
            "services": SERVICES,
            "tickets": TICKETS,
        }
        (folder / "plan.json").write_text(json.dumps(plan))
        command = [sys.executable, "-m", "tests.journeys.history.clients"]
        clients = subprocess.Popen([*command, folder / "plan.json", folder / "history.jsonl"])
        try:
            kills = kill_until(clients, controllers)
            assert clients.wait() == 0
        finally:
            clients.kill()
            for controller in controllers:
                controller.kill()
    return read(folder / "history.jsonl"), kills, [each.log() for each in controllers]


def kill_until(clients, controllers) -> int:
    """Kill one controller after the other, at any moment; the dead one comes back at once."""
    chance, kills = random.Random(7), 0
    deadline = time.monotonic() + 240
    while clients.poll() is None and time.monotonic() < deadline:
        controller = chance.choice(controllers)
        wait_for(controller.port)
        try:
            clients.wait(chance.uniform(0.05, 1.5))
        except subprocess.TimeoutExpired:
            controller.kill()
            controller.start()
            kills += 1
    return kills


@pytest.mark.postgres
@pytest.mark.redis
def test_the_history_of_three_dying_controllers_is_that_of_one_hall(told) -> None:
    history, kills, _ = told

    assert contradictions(history) == []
    taken = {each.answer["ticket"] for each in history if each.event == "take_ticket"}
    assert len(taken) == 3 * TICKETS
    assert kills > 5
    assert any(entry.sent > 1 for entry in history), "no kill hit a request"


@pytest.mark.postgres
@pytest.mark.redis
def test_no_controller_complains(told) -> None:
    assert [log for log in told[2] if "Traceback" in log] == []
