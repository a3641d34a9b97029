"""What this machine can do at best: bare commits, and bare Flask POSTs with one commit each."""

import sqlite3
import subprocess
import sys
import time
from pathlib import Path

from bench.figure import Figure, counted
from bench.ports import free_port, wait_for

SECONDS = 4.0


def bare_commits(folder: Path) -> Figure:
    """Return how many one-row commits per second SQLite makes (WAL, synchronous=FULL)."""
    connection = sqlite3.connect(folder / "bare.db")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE rows (id INTEGER PRIMARY KEY, text TEXT)")
    done, end = 0, time.perf_counter() + SECONDS
    while time.perf_counter() < end:
        connection.execute("INSERT INTO rows (text) VALUES ('A001 is called to counter 3')")
        connection.commit()
        done += 1
    return Figure("bare SQLite commits", done / SECONDS, "/s")


def bare_posts(folder: Path, clients: int) -> Figure:
    """Return how many POSTs per second a bare Flask application answers, one commit each."""
    folder.mkdir()
    port = free_port()
    server = [sys.executable, "-m", "bench.bare_flask", str(port), str(folder / "posts.db")]
    with subprocess.Popen(server) as process:
        try:
            wait_for(port)
            load = [sys.executable, "-m", "bench.post_load", str(port), str(clients), str(SECONDS)]
            answered = float(subprocess.run(load, check=True, stdout=subprocess.PIPE).stdout)
        finally:
            process.kill()
    return Figure(f"bare Flask POSTs, {counted(clients, 'client')}", answered / SECONDS, "/s")
