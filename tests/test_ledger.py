"""Real runs of pytest: what fails beside others runs once more, and is named."""

import subprocess
import sys
from pathlib import Path

from tests.ledger import read

ROOT = Path(__file__).parent.parent

MIXED = """
import os, pathlib, pytest

def test_first(): pass
def test_shy():
    seen = pathlib.Path("seen")
    was_here = seen.exists()
    seen.touch()
    assert was_here
def test_left_out(): pytest.skip("not here")
@pytest.fixture
def untidy():
    yield
    assert pathlib.Path("seen").read_text()
def test_untidy(untidy): pass
"""


def run(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-p", "tests.ledger", "-p", "no:cacheprovider"]
    return subprocess.run(
        [*command, "--rootdir", str(folder), *options, "test_it.py"],
        cwd=folder,
        check=False,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )


def ended(folder: Path) -> dict[str, str]:
    return {test.removeprefix("test_it.py::"): how for test, how in read([folder / "one"]).items()}


def summary(output: str) -> list[str]:
    return [line for line in output.splitlines() if " alone" in line]


def test_the_ledger_tells_how_each_test_ended(tmp_path):
    (tmp_path / "test_it.py").write_text(MIXED)
    assert run(tmp_path, "--ledger", "one").returncode == 1
    assert ended(tmp_path) == {
        "test_first": "passed",
        "test_shy": "failed",
        "test_left_out": "passed",
        "test_untidy": "failed",
    }


def test_only_what_failed_runs_again_and_is_named(tmp_path):
    (tmp_path / "test_it.py").write_text(MIXED)
    run(tmp_path, "--ledger", "one")
    (tmp_path / "seen").write_text("tidy")
    again = run(tmp_path, "--again", "one")
    assert again.returncode == 0
    assert "2 passed, 2 deselected" in again.stdout
    assert summary(again.stdout) == [
        "passed alone: test_it.py::test_shy",
        "passed alone: test_it.py::test_untidy",
    ]


def test_what_fails_again_fails_the_run(tmp_path):
    (tmp_path / "test_it.py").write_text(MIXED)
    run(tmp_path, "--ledger", "one")
    again = run(tmp_path, "--again", "one")
    assert again.returncode == 1
    assert summary(again.stdout) == [
        "passed alone: test_it.py::test_shy",
        "failed alone too: test_it.py::test_untidy",
    ]


def test_what_a_dead_run_did_not_reach_runs_again(tmp_path):
    dying = (
        "import os\ndef test_a(): pass\ndef test_b(): os.kill(os.getpid(), 9)\ndef test_c(): pass"
    )
    (tmp_path / "test_it.py").write_text(dying)
    assert run(tmp_path, "--ledger", "one").returncode == -9
    assert ended(tmp_path) == {"test_a": "passed", "test_b": "began"}

    (tmp_path / "test_it.py").write_text(dying.replace("os.kill(os.getpid(), 9)", "pass"))
    again = run(tmp_path, "--again", "one")
    assert "2 passed, 1 deselected" in again.stdout
    assert summary(again.stdout) == ["passed alone: test_it.py::test_b"]


def test_so_many_failures_are_no_noise(tmp_path):
    broken = "import pytest\n@pytest.mark.parametrize('n', range(13))\ndef test_n(n): assert False"
    (tmp_path / "test_it.py").write_text(broken)
    run(tmp_path, "--ledger", "one")
    again = run(tmp_path, "--again", "one")
    assert again.returncode == 4
    assert "13 tests failed: too many to be noise." in again.stderr
