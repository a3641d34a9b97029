"""A screen and its controller, both real, killed while complaints are told."""

import subprocess
import sys
import time
from contextlib import contextmanager

import pytest
import requests

from controller.complaints import Filter
from controller.store.complaints import SqlComplaints
from kiosk.complaining.outbox import FOLDER
from tests.browser.served import PATIENCE, ServedHall
from tests.kiosk.lossy_line import LossyLine
from wire.follow_up import follow_up


@pytest.fixture
def served(tmp_path):
    served = ServedHall(tmp_path, rules="")
    served.start()
    yield served
    assert served.stop() == 0


@contextmanager
def screen(url, served, home):
    """A screen in a process of its own, which is killed at the end."""
    order = (sys.executable, "-m", "tests.kiosk.complaining.teller")
    process = subprocess.Popen(
        (*order, url, served.tokens["entrance"], str(home)),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def tells(process, words):
    """Tell it, and return the number that the visitor has."""
    process.stdin.write(f"{words}\n")
    process.stdin.flush()
    return process.stdout.readline().split()[0]


def kept(served):
    """What the controller has: the words of each number."""
    with served.engine() as engine:
        found = SqlComplaints(engine, "hall").list(Filter())
    return [(each.told.number, each.told.words) for each in found]


def until(is_so):
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def files(home):
    folder = home / FOLDER
    return sorted(folder.iterdir()) if folder.exists() else []


def test_a_screen_killed_before_it_was_answered_loses_nothing_and_tells_nothing_twice(
    served, tmp_path
):
    home, given = tmp_path / "home", {}

    def told(process, words):
        given[follow_up(tells(process, words)).number] = words

    with LossyLine(served.port) as line:
        for turn in "123":
            with screen(line.url, served, home) as process:
                told(process, f"answered {turn}")
                until(lambda: not files(home))
                line.lose_answers()
                told(process, f"unanswered {turn}")
                until(lambda turn=turn: f"unanswered {turn}" in dict(kept(served)).values())
            assert len(files(home)) == 1
            line.mend()
            with screen(line.url, served, home) as process:
                told(process, f"killed at once {turn}")
        with screen(line.url, served, home):
            until(lambda: not files(home))
    assert sorted(kept(served)) == sorted(given.items())


def test_what_was_told_while_the_controller_was_gone_is_followed_with_the_same_number(
    served, tmp_path
):
    home = tmp_path / "home"
    served.kill()
    with screen(served.url, served, home) as process:
        code = tells(process, "dark")
        assert b"0612345678" in files(home)[0].read_bytes()
        served.start()
        until(lambda: not files(home))
    page = requests.get(f"{served.url}/C/{code}", timeout=PATIENCE)
    assert (page.status_code, [words for _, words in kept(served)]) == (200, ["dark"])
