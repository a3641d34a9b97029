"""How long the hall is away after a power cut in the middle of a day."""

import subprocess
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from statistics import median

from bench.figure import Figure
from bench.hall_process import a_pack, settings_for
from bench.in_process import a_reception, live
from bench.ports import answer_of, free_port
from controller.store.engine import open_engine

STARTS = 5


def restart(folder: Path, now: datetime, tickets: int) -> list[Figure]:
    """Return how long a start takes on a day with so many finished tickets, and its replay.

    The day is today, as the controller's process reads the machine's clock too.
    """
    folder.mkdir()
    database = folder / "day.db"
    facts, replay = a_day(database, now, tickets)
    bare, ours = starts(folder, f"sqlite:///{database}", facts)
    until = f"until /health answers (median of {STARTS} starts)"
    flask = Figure(f"bare Flask process {until}", median(bare), "s")
    whole = Figure(
        f"controller's process, day with {tickets:,} tickets, {until}", median(ours), "s"
    )
    what = f"replay alone, day with {tickets:,} tickets, in a process that runs"
    return [flask, whole.beside(flask), Figure(what, replay, "s")]


def a_day(database: Path, now: datetime, tickets: int) -> tuple[int, float]:
    """Fill the day; return its number of facts, and the seconds in which they are replayed."""
    engine = open_engine(f"sqlite:///{database}")
    live(a_reception(engine, lambda: now), tickets)
    start = time.perf_counter()
    reception = a_reception(engine, lambda: now)
    seconds = time.perf_counter() - start
    facts = reception.read(lambda hall, _: hall.seq)
    engine.dispose()
    return facts, seconds


def starts(folder: Path, database: str, facts: int) -> tuple[list[float], list[float]]:
    """Return the seconds of each start of a bare Flask, and of a controller with those facts."""
    pack = a_pack(folder, 1)
    bare, ours = [], []
    # In turn, so that a noisy minute hits both alike.
    for _ in range(STARTS):
        bare.append(start_of(flask_on(folder)))
        ours.append(start_of(controller_on(folder, database, pack), facts))
    return bare, ours


Starting = Callable[[int], list[str]]
"""Gives the arguments for Python that serve on a port."""


def flask_on(folder: Path) -> Starting:
    """Start the least that Flask can do."""
    return lambda port: ["bench.bare_flask", str(port), str(folder / "posts.db")]


def controller_on(folder: Path, database: str, pack: Path) -> Starting:
    """Start a controller on that database."""
    return lambda port: ["controller", str(settings_for(folder, database, port, pack))]


def start_of(starting: Starting, facts: int | None = None) -> float:
    """Return the seconds from a process' start to its first good answer to GET /health.

    Raises `RuntimeError` when it has not as many facts as it should.
    """
    port = free_port()
    command = [sys.executable, "-m", *starting(port)]
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        try:
            health = answer_of(port, "/health")
            seconds = time.perf_counter() - start
        finally:
            process.kill()
    if facts is not None and health["seq"] != facts:
        raise RuntimeError(f"{health['seq']} facts were replayed, not {facts}: did midnight pass?")
    return seconds
