"""A controller starts with one clear line, or ends with one clear sentence.

In processes of their own: the program patches the whole process for gevent.
"""

import resource
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import pytest

from controller.kept_model import KeptModel
from controller.waits.forest import Forest, QuantileModel, Tree
from controller.waits.trained import Trained


def start(folder: Path, text: str) -> subprocess.Popen[str]:
    path = folder / "controller.toml"
    path.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "controller", str(path)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True)


@pytest.fixture
def busy_port() -> Iterator[int]:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def failure(folder: Path, text: str) -> str:
    """Return the one sentence that a controller with these settings ends with."""
    process = start(folder, text)
    out, sentence = process.communicate(timeout=30)
    assert (process.returncode, out, sentence.count("\n")) == (1, "", 1)
    return sentence.rstrip()


def test_a_port_in_use_is_told(tmp_path, busy_port):
    assert failure(tmp_path, f"port = {busy_port}") == f"port {busy_port} is in use"


def test_an_address_of_another_machine_is_told(tmp_path):
    told = failure(tmp_path, 'host = "192.0.2.1"')  # RFC 5737: nobody has it

    assert told == "this machine has no address 192.0.2.1"


def test_a_file_that_is_no_database_is_told(tmp_path):
    (tmp_path / "hall.db").write_text("no database at all " * 100)

    told = failure(tmp_path, 'database = "sqlite:///hall.db"')

    url = f"sqlite:///{tmp_path}/hall.db"
    assert told == f"The database {url} cannot be opened: file is not a database"


def test_a_server_that_does_not_answer_is_told(tmp_path):
    told = failure(tmp_path, 'database = "postgresql+psycopg://nouba:secret@127.0.0.1:1/nouba"')

    assert told.startswith("The database postgresql+psycopg://nouba:***@127.0.0.1:1/nouba cannot")


def test_an_address_that_is_no_databases_is_told(tmp_path):
    assert failure(tmp_path, 'database = "rubbish"').startswith('"rubbish" is no database\'s addr')


def test_a_secret_that_cannot_be_read_is_told(tmp_path):
    (tmp_path / "secret").mkdir()

    told = failure(tmp_path, 'secret_file = "secret"')

    assert told == f"{tmp_path}/secret: Is a directory"


def test_a_controller_says_where_it_listens(tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = start(tmp_path, f"port = {port}")

    line = process.stdout.readline()

    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=30)
    assert f"listening on http://127.0.0.1:{port} " in line
    assert process.returncode == 0


def test_a_controller_uses_all_the_descriptors_that_it_may(tmp_path):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(256, hard), hard))
    try:
        process = start(tmp_path, f"port = {port}")
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))

    process.stdout.readline()
    limits = resource.prlimit(process.pid, resource.RLIMIT_NOFILE)

    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=30)
    assert limits == (hard, hard)


def until(process: subprocess.Popen[str], word: str) -> str:
    """Return the next line of the log with this word; the deadline is that of the process."""
    return next(line for line in process.stdout if word in line)


def test_a_running_controller_takes_the_model_that_was_trained_meanwhile(tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    ends = Forest((Tree((), (1.0,)),))
    kept = KeptModel(tmp_path / "waits.json")
    kept.write(Trained(739_000, QuantileModel(ends, ends, ends), ()))
    process = start(tmp_path, f'port = {port}\nwaits_model = "waits.json"')
    deadline = Timer(40, process.kill)
    deadline.start()

    first, _ = until(process, "waits_model_taken"), until(process, "listening")
    (tmp_path / "waits.json").write_text("no model")
    refused = until(process, "waits_model_refused")
    kept.write(Trained(739_001, QuantileModel(ends, ends, ends), ()))
    second = until(process, "waits_model_taken")

    deadline.cancel()
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=30)
    assert ["2024-04-24" in first, "2024-04-25" in second] == [True, True]
    assert "waits.json is no trained model" in refused
    assert process.returncode == 0
