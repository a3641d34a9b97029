"""How long a kiosk takes from its start to its first frame, and what it costs while nobody comes.

`setup/servers.sh .venv/bin/python -m bench.kiosk_start` measures it; it needs an X screen.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.a_kiosk import a_printer, kiosk_settings
from bench.figure import Figure, p50, tell, write
from bench.hall_process import a_hall
from bench.resident import processor_seconds, resident

ROUNDS = 5
IDLE_SECONDS = 60.0
PATIENCE = 60.0


def start_and_idleness(folder: Path) -> Iterator[Figure]:
    """Give the medians of some starts, then what an idle kiosk takes of the machine."""
    with a_hall(folder / "hall", 1) as hall, a_printer(folder / "paper") as printer:
        settings = kiosk_settings(folder / "kiosk", hall, folder / "hall" / "pack", printer)
        starts = [started(folder, settings) for _ in range(ROUNDS)]
        first, invited, busy = zip(*starts, strict=True)
        yield Figure("a kiosk's start: to the first frame", p50(list(first)), "s")
        yield Figure("a kiosk's start: to the invitation", p50(list(invited)), "s")
        yield Figure("a kiosk's start: processor time to the invitation", p50(list(busy)), "s")
        yield from idleness(folder, settings)


def started(folder: Path, settings: Path) -> tuple[float, float, float]:
    """Start a kiosk and end it; return the seconds to its first frame and its invitation.

    The third are those of a processor: they tell even while the machine does other things.
    """
    began = time.perf_counter()
    heard, process = begin(folder, settings)
    try:
        first = heard_of_frame(heard) - began
        await_invitation(settings)
        invited = time.perf_counter() - began
        return first, invited, processor_seconds(process.pid)
    finally:
        end(process, heard, settings)


def idleness(folder: Path, settings: Path) -> Iterator[Figure]:
    """Let a kiosk stand there with its notices, and give its share of a processor and memory."""
    heard, process = begin(folder, settings)
    try:
        await_invitation(settings)
        time.sleep(3)
        before, began = processor_seconds(process.pid), time.perf_counter()
        time.sleep(IDLE_SECONDS)
        busy = processor_seconds(process.pid) - before
        share = 100 * busy / (time.perf_counter() - began)
        yield Figure("an idle kiosk: of one processor", share, "%")
        yield Figure("an idle kiosk: resident memory", resident(process.pid), "MB")
    finally:
        end(process, heard, settings)


def begin(folder: Path, settings: Path) -> tuple[socket.socket, subprocess.Popen[bytes]]:
    """Start a kiosk as systemd does, and listen to what it says."""
    address = folder / "notify"
    heard = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    heard.bind(str(address))
    heard.settimeout(PATIENCE)
    command = [sys.executable, "-m", "kiosk", "--settings", str(settings)]
    told = os.environ | {"NOTIFY_SOCKET": str(address), "WATCHDOG_USEC": "30000000"}
    with (folder / "log").open("ab") as log:
        return heard, subprocess.Popen(command, env=told, stdout=log, stderr=log)


def heard_of_frame(heard: socket.socket) -> float:
    """Return the moment at which the kiosk says that its first frame is shown."""
    heard.recv(100)
    return time.perf_counter()


def await_invitation(settings: Path) -> None:
    """Wait until the invitation can be touched."""
    shown, deadline = settings.parent / "touch_map.json", time.perf_counter() + PATIENCE
    while not (shown.exists() and b'"attract"' in shown.read_bytes()):
        if time.perf_counter() > deadline:
            raise TimeoutError("the kiosk does not invite")
        time.sleep(0.01)


def end(process: subprocess.Popen[bytes], heard: socket.socket, settings: Path) -> None:
    """End the kiosk, and forget what it showed."""
    process.terminate()
    process.wait()
    heard.close()
    (settings.parents[1] / "notify").unlink()
    (settings.parent / "touch_map.json").unlink(missing_ok=True)


def main() -> None:
    """Measure in a scratch folder, print, and write var/bench-kiosk.json."""
    Path("var").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir="var", prefix="bench-") as folder:
        told = list(start_and_idleness(Path(folder).resolve()))
    tell(told)
    write(told, Path("var/bench-kiosk.json"))


if __name__ == "__main__":
    main()
