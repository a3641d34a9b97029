"""Tickets and calls per second through a real controller, over real sockets."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from bench.figure import Figure, counted, p50, p99
from bench.hall_process import HallProcess, a_hall

SECONDS = 5.0


KIOSKS = 8


def throughput(
    folder: Path, agents: int, posts: dict[int, Figure], commits: Figure
) -> list[Figure]:
    """Return tickets per second of 8 kiosks and commands per second of so many agents.

    Each stands beside the bare POSTs of as many clients. Agents give a ticket, call the next
    and record a no-show while 60 wait, so a call costs three commands: both figures are given,
    and calls stand beside a third of the POSTs.
    """
    with a_hall(folder / f"agents-{agents}", agents) as hall:
        commands = asked(hall, "commands", hall.agents)
        tickets = asked(hall, "tickets", (hall.kiosk,) * KIOSKS)
    who, theirs = counted(agents, "agent"), posts[agents]
    whose, doing = f"tickets, {KIOSKS} kiosks (after {who})", f"commands of {who}"
    return [
        Figure(whose, tickets.per_second, "/s").beside(posts[KIOSKS], commits),
        *tickets.latencies(f"a ticket, {KIOSKS} kiosks"),
        Figure(f"{doing} (ticket, call next, no-show)", commands.per_second, "/s").beside(
            theirs, commits
        ),
        Figure(f"calls of {who} (three commands each)", commands.per_second / 3, "/s").beside(
            theirs.third(), commits.third()
        ),
        *commands.latencies(f"a command of {who}"),
    ]


@dataclass(frozen=True, slots=True)
class Answers:
    """How long each answer took, in seconds, and how long was asked."""

    took: tuple[float, ...]
    seconds: float

    @property
    def per_second(self) -> float:
        """How many requests were answered in a second."""
        return len(self.took) / self.seconds

    def latencies(self, what: str) -> list[Figure]:
        """Return what half and what all but a hundredth of the answers took at most."""
        took = list(self.took)
        return [
            Figure(f"{what}: p50", p50(took) * 1000, "ms"),
            Figure(f"{what}: p99", p99(took) * 1000, "ms"),
        ]


def asked(
    hall: HallProcess, what: str, tokens: tuple[str, ...], seconds: float = SECONDS
) -> Answers:
    """Ask as fast as is answered, and return how long each answer took."""
    command = [sys.executable, "-m", "bench.agents_load", str(hall.port), str(seconds), what]
    load = subprocess.run([*command, *tokens], check=True, stdout=subprocess.PIPE, text=True)
    answers = json.loads(load.stdout)
    return Answers(tuple(answers["took"]), answers["seconds"])
