"""The locks pin every dependency by its hash, and name no host to fetch it from."""

import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PYTHON_LOCK = (ROOT / "requirements.lock").read_text()
NODE_LOCK = (ROOT / "package-lock.json").read_text()


def test_no_lock_names_a_host():
    assert re.findall(r"https?://\S+", PYTHON_LOCK + NODE_LOCK) == []


def test_every_python_package_has_a_hash():
    pinned = re.findall(r"^[a-zA-Z0-9._-]+(?:\[[^]]*\])?==[^\\]+\\$", PYTHON_LOCK, re.MULTILINE)
    named = re.findall(r"^[a-zA-Z].*$", PYTHON_LOCK, re.MULTILINE)
    assert len(pinned) == len(named)


def test_every_node_package_has_a_hash():
    packages = json.loads(NODE_LOCK)["packages"]
    unpinned = [name for name, package in packages.items() if name and "integrity" not in package]
    assert unpinned == []


def test_no_pin_depends_on_pythons_full_version():
    """Ubuntu 22.04 has Python 3.11.0rc1, for which its pip holds no comparison to be true."""
    assert "python_full_version" not in PYTHON_LOCK
