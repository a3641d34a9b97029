import signal
import subprocess
import sys

import pytest

from nouba.demo.claim import ClaimedError, claimed

HOLDER = """
import sys, pathlib
from nouba.demo.claim import claimed
from nouba.demo.place import fresh_place
with claimed(pathlib.Path(sys.argv[1])):
    fresh_place(pathlib.Path(sys.argv[1]))
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_folder_is_claimed_once(tmp_path):
    with claimed(tmp_path), pytest.raises(ClaimedError, match="A hall runs in"), claimed(tmp_path):
        pass


def test_a_folder_that_was_left_can_be_claimed_again(tmp_path):
    with claimed(tmp_path / "demo"):
        pass
    with claimed(tmp_path / "demo"):
        assert list(tmp_path.rglob("*")) == [tmp_path / "demo"]


def test_whoever_is_killed_leaves_no_claim(tmp_path):
    words = (sys.executable, "-c", HOLDER, str(tmp_path / "demo"))
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(ClaimedError), claimed(tmp_path / "demo"):
            pass
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        with claimed(tmp_path / "demo"):
            assert (tmp_path / "demo" / "log").is_dir()
