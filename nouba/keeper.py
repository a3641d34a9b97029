"""Keep programs alive, as systemd does on the machines of a hall."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from shutil import which
from threading import Event, Lock, Thread

RESTART_AFTER = 0.1
"""Seconds between the death of a program and its next start (systemd's default)."""

SHORT_LIFE = 2.0
"""Seconds: a program that dies sooner after its start died young."""

YOUNG_DEATHS = 5
"""After so many young deaths in a row, a program is given up."""

GRACE = 5.0
"""Seconds that a program has to end by itself when it is told to."""


@dataclass(frozen=True, slots=True)
class Program:
    """What to run, and how it is called in the logs."""

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    niceness: int = 0
    """How far it stands back when the machine is busy, as in nice(1)."""


class Keeper:
    """Starts programs, starts again at once those that die, and ends them all.

    Each program writes to `<folder>/<name>.log`. A program that dies five times within
    two seconds of its start is given up and reported to `on_broken`, with its name.
    """

    def __init__(self, folder: Path, on_broken: Callable[[str], None]) -> None:
        self._folder = folder
        self._on_broken = on_broken
        self._ending = Event()
        self._lock = Lock()
        self._processes: dict[str, subprocess.Popen[bytes]] = {}
        self._threads: list[Thread] = []
        folder.mkdir(parents=True, exist_ok=True)

    def start(self, program: Program) -> None:
        """Start a program and keep it alive from now on."""
        thread = Thread(target=self._keep, args=(program,), name=program.name, daemon=True)
        thread.start()
        self._threads.append(thread)

    def pid(self, name: str) -> int | None:
        """Tell the process id of a program; nothing while it does not run."""
        process = self._processes.get(name)
        if process is None or process.poll() is not None:
            return None
        return process.pid

    def kill(self, name: str) -> bool:
        """Kill a program without warning (signal 9). False if it does not run now."""
        pid = self.pid(name)
        if pid is None:
            return False
        os.kill(pid, signal.SIGKILL)
        return True

    def end(self) -> None:
        """End all programs: asked first, killed when they do not listen."""
        with self._lock:
            self._ending.set()
            processes = list(self._processes.values())
        for process in processes:
            _signal_group(process, signal.SIGTERM)
        deadline = time.monotonic() + GRACE
        for process in processes:
            _wait_or_kill(process, deadline)
        for thread in self._threads:
            thread.join()

    def _keep(self, program: Program) -> None:
        young_deaths = 0
        with (self._folder / f"{program.name}.log").open("ab", buffering=0) as log:
            while process := self._spawn(program, log.fileno()):
                born = time.monotonic()
                code = process.wait()
                if self._ending.is_set():
                    return
                young_deaths = young_deaths + 1 if time.monotonic() - born < SHORT_LIFE else 0
                log.write(f"-- ended with {code}; started again --\n".encode())
                if young_deaths >= YOUNG_DEATHS:
                    self._on_broken(program.name)
                    return
                self._ending.wait(RESTART_AFTER)

    def _spawn(self, program: Program, log: int) -> subprocess.Popen[bytes] | None:
        with self._lock:
            if self._ending.is_set():
                return None
            process = subprocess.Popen(  # noqa: S603 - programs of our own
                (*_ends_with_its_parent(), *_stands_back(program), *program.command),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env={**os.environ, **program.environment},
                start_new_session=True,
            )
            self._processes[program.name] = process
            return process


def _ends_with_its_parent() -> tuple[str, ...]:
    """Words before a command that end it when the keeper itself is killed (util-linux)."""
    return ("setpriv", "--pdeathsig", "TERM") if which("setpriv") else ()


def _stands_back(program: Program) -> tuple[str, ...]:
    return ("nice", "-n", str(program.niceness)) if program.niceness else ()


def _signal_group(process: subprocess.Popen[bytes], number: signal.Signals) -> None:
    if process.poll() is None:
        os.killpg(process.pid, number)


def _wait_or_kill(process: subprocess.Popen[bytes], deadline: float) -> None:
    try:
        process.wait(max(0.1, deadline - time.monotonic()))
    except subprocess.TimeoutExpired:
        _signal_group(process, signal.SIGKILL)
        process.wait()
