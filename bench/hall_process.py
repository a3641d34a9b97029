"""A real controller for the measurements, with as many counters and agents as they need."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree, ignore_patterns

from argon2 import PasswordHasher

from bench.ports import free_port, wait_for
from controller.identity import Device, Person
from controller.settings import DEMONSTRATION_PACK
from controller.store.devices import Devices
from controller.store.engine import open_engine
from controller.store.people import People
from controller.store.sessions import Sessions

SERVICES = ("birth_copy", "death_copy", "civil_sheet", "legalisation", "certified_copy", "tnb")
PASSWORD = "measured, not guessed"


@dataclass(frozen=True, slots=True)
class HallProcess:
    """One or more running controllers of one hall, and the keys to it."""

    ports: tuple[int, ...]
    kiosk: str
    screen: str
    agents: tuple[str, ...]
    """Tokens of agents, one per counter, counted from 1."""

    supervisor: str
    """The token of one."""

    pids: tuple[int, ...] = ()
    """The controllers' processes."""

    @property
    def port(self) -> int:
        """The first controller's port."""
        return self.ports[0]


@contextmanager
def a_hall(
    folder: Path, agents: int, database: str = "", processes: int = 1, settings: str = ""
) -> Iterator[HallProcess]:
    """Run controllers on a database without people: SQLite in the folder, unless one is named."""
    folder.mkdir()
    database = database or f"sqlite:///{folder}/hall.db"
    engine = open_engine(database)
    kiosk, screen = (Devices(engine).add(Device(kind, kind)) for kind in ("kiosk", "screen"))
    people = People(engine, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    sessions = Sessions(engine, lambda: datetime.now(UTC))
    tokens = tuple(sign_in(people, sessions, n) for n in range(1, agents + 1))
    people.add(Person("supervisor", "supervisor", "supervisor", "fr"), PASSWORD)
    supervisor = sessions.begin("supervisor")
    a_pack(folder, agents)
    with ExitStack() as stack:
        running = [
            stack.enter_context(a_controller(folder, database, settings)) for _ in range(processes)
        ]
        ports, pids = (tuple(each) for each in zip(*running, strict=True)) if running else ((), ())
        yield HallProcess(ports, kiosk, screen, tokens, supervisor, pids)


@contextmanager
def a_controller(folder: Path, database: str, more: str = "") -> Iterator[tuple[int, int]]:
    """Run one controller, and give its port and its process; it is killed in the end."""
    port = free_port()
    settings = settings_for(folder, database, port, folder / "pack")
    with settings.open("a") as file:
        file.write(more)
    command = [sys.executable, "-m", "controller", str(settings)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        try:
            wait_for(port)
            yield port, process.pid
        finally:
            process.kill()


def settings_for(folder: Path, database: str, port: int, pack: Path) -> Path:
    """Write a controller's settings into the folder, and return their file."""
    settings = folder / f"controller-{port}.toml"
    settings.write_text(
        f'database = "{database}"\nport = {port}\npack = "{pack}"\n'
        f'secret_file = "{folder}/secret.key"\n'
    )
    return settings


def a_pack(folder: Path, counters: int) -> Path:
    """Return the demonstration's content with so many counters, each for the same services."""
    pack = copytree(DEMONSTRATION_PACK, folder / "pack", ignore=ignore_patterns("voices"))
    path = pack / "pack.toml"
    kept = re.sub(
        r"(?ms)^\[\[hall\.(?:counters|zones)\]\].*?(?=^\[(?!\[hall\.(?:counters|zones))|\Z)",
        "",
        path.read_text(),
    )
    names = ", ".join(f'"{service}"' for service in SERVICES)
    blocks = [
        f"[[hall.counters]]\nnumber = {number}\nservices = [{names}]\n"
        for number in range(1, counters + 1)
    ]
    path.write_text("\n".join([kept, *blocks]))
    return pack


def sign_in(people: People, sessions: Sessions, number: int) -> str:
    """Add an agent and return the token of a session that begins."""
    name = f"agent{number}"
    people.add(Person(name, name, "agent", "fr"), PASSWORD)
    return sessions.begin(name)
