import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from nouba.keeper import Keeper, Program


def wait_until(condition: Callable[[], object], seconds: float = 10) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.01)


def python(name: str, code: str) -> Program:
    return Program(name, (sys.executable, "-c", code))


@pytest.fixture
def broken():
    return []


@pytest.fixture
def keeper(tmp_path, broken):
    keeper = Keeper(tmp_path, broken.append)
    yield keeper
    keeper.end()


def started(keeper: Keeper) -> int:
    wait_until(lambda: keeper.pid("sleeper"))
    pid = keeper.pid("sleeper")
    assert pid
    return pid


DEAF = """
import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("deaf", flush=True)
time.sleep(60)
"""
SLEEPER = python("sleeper", "import time; time.sleep(60)")


def test_a_killed_program_is_started_again_at_once(keeper):
    keeper.start(SLEEPER)
    first = started(keeper)
    assert keeper.kill("sleeper")
    wait_until(lambda: keeper.pid("sleeper") not in (None, first), seconds=2)


def test_a_program_that_dies_young_five_times_is_given_up(keeper, broken):
    keeper.start(python("faulty", "raise SystemExit(3)"))
    wait_until(lambda: broken)
    assert broken == ["faulty"]
    assert not keeper.kill("faulty")


def test_all_programs_end_with_the_keeper(tmp_path, broken):
    keeper = Keeper(tmp_path, broken.append)
    keeper.start(SLEEPER)
    pid = started(keeper)
    keeper.end()
    assert not Path(f"/proc/{pid}").exists()


def test_a_program_that_does_not_listen_is_killed(tmp_path, broken, monkeypatch):
    monkeypatch.setattr("nouba.keeper.GRACE", 0.1)
    keeper = Keeper(tmp_path, broken.append)
    keeper.start(python("sleeper", DEAF))
    log = tmp_path / "sleeper.log"
    wait_until(lambda: log.exists() and "deaf" in log.read_text())
    pid = started(keeper)
    keeper.end()
    assert not Path(f"/proc/{pid}").exists()


def test_what_a_program_says_is_kept_in_its_log(keeper, tmp_path):
    keeper.start(python("talker", "print('salam', flush=True); import time; time.sleep(60)"))
    log = tmp_path / "talker.log"
    wait_until(lambda: log.exists() and "salam" in log.read_text())
