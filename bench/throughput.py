"""Tickets and calls per second through a real controller, over real sockets."""

import subprocess
import sys
from pathlib import Path

from bench.figure import Figure, counted
from bench.hall_process import HallProcess, a_hall

SECONDS = 5.0


KIOSKS = 8


def throughput(
    folder: Path, agents: int, posts: dict[int, Figure], commits: Figure
) -> list[Figure]:
    """Return tickets per second of 8 kiosks and commands per second of so many agents.

    Each stands beside the bare POSTs of as many clients. A call must be followed by
    something before the next (here a no-show), so a call costs two commands: both figures
    are given, and calls stand beside half of the POSTs.
    """
    with a_hall(folder / f"agents-{agents}", agents) as hall:
        tickets = asked(hall, "tickets", (hall.kiosk,) * KIOSKS)
        commands = asked(hall, "calls", hall.agents)
    who, theirs = counted(agents, "agent"), posts[agents]
    what = f"tickets, {KIOSKS} kiosks (before {who})"
    return [
        Figure(what, tickets, "/s").beside(posts[KIOSKS], commits),
        Figure(f"commands of {who} (call next, no-show)", commands, "/s").beside(theirs, commits),
        Figure(f"calls of {who} (two commands each)", commands / 2, "/s").beside(
            theirs.halved(), commits.halved()
        ),
    ]


def asked(hall: HallProcess, what: str, tokens: tuple[str, ...]) -> float:
    """Return how many requests per second were answered."""
    command = [sys.executable, "-m", "bench.agents_load", str(hall.port), str(SECONDS), what]
    load = subprocess.run([*command, *tokens], check=True, stdout=subprocess.PIPE, text=True)
    return float(load.stdout) / SECONDS
