import re
from pathlib import Path

import pytest

from nouba.chromium import NAMES, NoBrowserError, find_browser

SYSTEM = Path(__file__).parents[2] / "setup" / "system.sh"


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """A machine on which nothing is installed but what a test puts there."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def install(machine, name, script):
    program = machine / name
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return str(program)


def test_a_machine_without_a_browser_is_told_what_to_install(machine):
    with pytest.raises(NoBrowserError, match="apt-get install chromium"):
        find_browser()


def test_any_of_its_names_will_do(machine):
    chrome = install(machine, "google-chrome", "echo Google Chrome 140")
    assert find_browser() == chrome


def test_a_stub_that_asks_for_a_snap_is_no_browser(machine):
    stub = "echo requires the chromium snap to be installed >&2; exit 1"
    install(machine, "chromium", stub)
    install(machine, "chromium-browser", stub)
    with pytest.raises(NoBrowserError):
        find_browser()
    chrome = install(machine, "google-chrome-stable", "echo Google Chrome 140")
    assert find_browser() == chrome


def test_the_set_up_looks_for_the_same_browsers():
    found = re.search(r"for name in (chromium.*); do", SYSTEM.read_text())
    assert tuple(found[1].split()) == NAMES
