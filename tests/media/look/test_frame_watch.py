"""What the service manager hears: frames that are really shown, and nothing from what is frozen."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from media.look.service import ALIVE, READY, service_manager, watchdog_seconds

WATCHDOG = 1.5
"""Seconds that the service manager waits."""


class Manager:
    """The end of systemd, on a socket in a folder."""

    def __init__(self, folder):
        self.address = str(folder / "notify")
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(self.address)

    def hears(self, seconds):
        """Return the next that is said, or nothing when nothing is said in that time."""
        self._socket.settimeout(seconds)
        try:
            return self._socket.recv(100).decode()
        except TimeoutError:
            return None

    def hears_all(self, seconds):
        """Return all that is said until so long nothing is."""
        return list(iter(lambda: self.hears(seconds), None))


@pytest.fixture
def manager(tmp_path):
    return Manager(tmp_path)


def test_without_a_service_manager_nothing_is_said_and_nothing_awaited():
    service_manager({})(READY)
    assert watchdog_seconds({}) is None
    assert watchdog_seconds({"WATCHDOG_USEC": "0"}) is None


def test_the_service_manager_hears_what_is_said_at_its_address(manager):
    service_manager({"NOTIFY_SOCKET": manager.address})(READY)
    assert manager.hears(1) == READY
    assert watchdog_seconds({"WATCHDOG_USEC": "30000000"}) == 30.0


def test_an_abstract_address_is_heard_at_too():
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as heard:
        heard.bind(f"\0nouba-test-{os.getpid()}")
        service_manager({"NOTIFY_SOCKET": f"@nouba-test-{os.getpid()}"})(ALIVE)
        assert heard.recv(100).decode() == ALIVE


@pytest.mark.window
def test_life_is_told_only_with_a_frame_that_was_shown(window):
    from kivy.uix.widget import Widget

    from media.look.frame_watch import FrameWatch

    said = []
    watch = FrameWatch(said.append)
    watch.start()
    window.show(Widget())
    window.until(lambda: said)
    assert said == [READY]

    window.pump(10)
    assert said == [READY]
    watch.ask()
    assert said == [READY]
    window.pump(2)
    assert said == [READY, ALIVE]
    watch.stop()


@pytest.mark.window
def test_a_program_whose_main_loop_is_frozen_falls_silent(manager, tmp_path):
    freeze = tmp_path / "freeze"
    told = {"NOTIFY_SOCKET": manager.address, "WATCHDOG_USEC": str(int(WATCHDOG * 1e6))}
    words = [sys.executable, "-m", "tests.media.look.freezing", str(freeze), str(tmp_path / "home")]
    program = subprocess.Popen(words, env=os.environ | told, cwd=Path(__file__).parents[3])
    try:
        assert manager.hears(60) == READY
        assert [manager.hears(WATCHDOG) for _ in range(3)] == [ALIVE] * 3

        freeze.touch()
        assert manager.hears_all(WATCHDOG) in ([], [ALIVE])
        assert freeze.with_suffix(".seen").exists()
        assert program.poll() is None
    finally:
        program.kill()
        program.wait()
