"""A real controller for the measurements, with as many counters and agents as they need."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree, ignore_patterns

from argon2 import PasswordHasher
from itsdangerous import URLSafeTimedSerializer

from bench.ports import free_port, wait_for
from controller.program import secret_in
from controller.settings import DEMONSTRATION_PACK
from controller.store.devices import Device, Devices
from controller.store.engine import open_engine
from controller.store.people import People, Person

SERVICES = ("birth_copy", "death_copy", "civil_sheet", "legalisation", "certified_copy", "tnb")
PASSWORD = "measured, not guessed"


@dataclass(frozen=True, slots=True)
class HallProcess:
    """A running controller and the keys to it."""

    port: int
    kiosk: str
    screen: str
    agents: tuple[str, ...]
    """Tokens of agents, one per counter, counted from 1."""


@contextmanager
def a_hall(folder: Path, agents: int) -> Iterator[HallProcess]:
    """Run a controller on a new SQLite database."""
    folder.mkdir()
    port, pack, database = free_port(), a_pack(folder, agents), f"sqlite:///{folder}/hall.db"
    settings = folder / "controller.toml"
    secret = folder / "secret.key"
    settings.write_text(
        f'database = "{database}"\nport = {port}\npack = "{pack}"\nsecret_file = "{secret}"\n'
    )
    engine = open_engine(database)
    kiosk, screen = (Devices(engine).add(Device(kind, kind)) for kind in ("kiosk", "screen"))
    people = People(engine, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    tokens = tuple(sign_in(people, secret_in(secret), n) for n in range(1, agents + 1))
    command = [sys.executable, "-m", "controller", str(settings)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        try:
            wait_for(port)
            yield HallProcess(port, kiosk, screen, tokens)
        finally:
            process.kill()


def a_pack(folder: Path, counters: int) -> Path:
    """Return the demonstration's content with so many counters, each for the same services."""
    pack = copytree(DEMONSTRATION_PACK, folder / "pack", ignore=ignore_patterns("voices"))
    path = pack / "pack.toml"
    kept = re.sub(
        r"(?ms)^\[\[hall\.counters\]\].*?(?=^\[(?!\[hall\.counters)|\Z)", "", path.read_text()
    )
    names = ", ".join(f'"{service}"' for service in SERVICES)
    blocks = [
        f"[[hall.counters]]\nnumber = {number}\nservices = [{names}]\n"
        for number in range(1, counters + 1)
    ]
    path.write_text("\n".join([kept, *blocks]))
    return pack


def sign_in(people: People, secret: str, number: int) -> str:
    """Add an agent and return a token such as the controller gives out."""
    name = f"agent{number}"
    people.add(Person(name, name, "agent", "fr"), PASSWORD)
    token = URLSafeTimedSerializer(secret, salt="sign-in").dumps(name)
    return token if isinstance(token, str) else token.decode()
