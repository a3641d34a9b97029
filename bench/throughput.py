"""Tickets and calls per second through a real controller, over real sockets."""

import subprocess
import sys
from pathlib import Path

from bench.figure import Figure
from bench.hall_process import HallProcess, a_hall

SECONDS = 5.0


def throughput(folder: Path, agents: int, *limits: Figure) -> list[Figure]:
    """Return tickets per second of 8 kiosks and commands per second of so many agents.

    A call must be followed by something before the next (here a no-show), so a call
    costs two commands: both figures are given.
    """
    with a_hall(folder / f"agents-{agents}", agents) as hall:
        tickets = asked(hall, "tickets", (hall.kiosk,) * 8)
        commands = asked(hall, "calls", hall.agents)
    return [
        Figure(f"tickets, 8 kiosks (before {agents} agents)", tickets, "/s").beside(*limits),
        Figure(f"commands of {agents} agents (call next, no-show)", commands, "/s").beside(*limits),
        Figure(f"calls of {agents} agents", commands / 2, "/s"),
    ]


def asked(hall: HallProcess, what: str, tokens: tuple[str, ...]) -> float:
    """Return how many requests per second were answered."""
    command = [sys.executable, "-m", "bench.agents_load", str(hall.port), str(SECONDS), what]
    load = subprocess.run([*command, *tokens], check=True, capture_output=True, text=True)
    return float(load.stdout) / SECONDS
