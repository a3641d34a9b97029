"""Two controllers on one PostgreSQL: 8 agents call everything, and no ticket comes twice.

`setup/servers.sh .venv/bin/python -m bench.two_controllers 10000` proves it for 10,000 calls.
"""

from gevent import monkey

monkey.patch_all()

import os  # noqa: E402 - after the patch
import sys  # noqa: E402
import tempfile  # noqa: E402
import time  # noqa: E402
from collections import Counter  # noqa: E402
from dataclasses import dataclass  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

import gevent  # noqa: E402
from gevent.event import Event  # noqa: E402

from bench.hall_process import SERVICES, HallProcess, a_hall  # noqa: E402
from bench.socket import Client  # noqa: E402

AGENTS = 8


@dataclass(frozen=True, slots=True)
class Called:
    """What the agents called, with how often each ticket came."""

    tickets: Counter[str]
    seconds: float

    @property
    def repeated(self) -> list[str]:
        """The tickets that were called more than once: there must be none."""
        return [ticket for ticket, times in self.tickets.items() if times > 1]


class Agent:
    """An agent who calls until nobody waits, and reads each ticket off the desk."""

    def __init__(self, port: int, token: str, counter: int) -> None:
        self._desk: dict[str, Any] = {"seq": 0}
        self._looked = Event()
        self._client = Client(port, "/agents", token)
        gevent.spawn(self._client.listen, self._look)
        self._client.ask("open", counter=counter)

    def call_all(self) -> list[str]:
        """Call, and mark as no-show, until the hall refuses; return the tickets in order."""
        called = []
        while "seq" in (answer := self._client.ask("call_next")):
            called.append(self._ticket(answer["seq"]))
            self._client.ask("no_show")
        return called

    def _look(self, event: str, data: dict[str, Any]) -> None:
        if event == "desk":
            self._desk = data
            self._looked.set()

    def _ticket(self, seq: int) -> str:
        while self._desk["seq"] < seq:
            self._looked.clear()
            self._looked.wait(10)
        ticket: str = self._desk["ticket"]["ticket"]
        return ticket


def share_out(hall: HallProcess, tickets: int) -> Called:
    """Issue so many tickets through all controllers, then let all agents call at once."""
    kiosks = [Client(port, "/kiosks", hall.kiosk) for port in hall.ports]
    for kiosk in kiosks:
        gevent.spawn(kiosk.listen)
    for number in range(tickets):
        kiosk = kiosks[number % len(kiosks)]
        kiosk.ask("take_ticket", service=SERVICES[number % len(SERVICES)], language="ar")
    agents = [
        Agent(hall.ports[n % len(hall.ports)], token, n + 1) for n, token in enumerate(hall.agents)
    ]
    start = time.perf_counter()
    jobs = gevent.joinall([gevent.spawn(agent.call_all) for agent in agents], raise_error=True)
    called = Counter(ticket for job in jobs for ticket in job.get())
    return Called(called, time.perf_counter() - start)


def main(tickets: int) -> int:
    """Let everybody call all tickets; return 0 when each was called once, for the shell."""
    with tempfile.TemporaryDirectory(prefix="nouba-") as folder:
        database = os.environ["NOUBA_TEST_POSTGRES"]
        with a_hall(Path(folder) / "two", AGENTS, database, processes=2) as hall:
            called = share_out(hall, tickets)
    total = called.tickets.total()
    print(
        f"{total:,} calls by {AGENTS} agents on 2 controllers in {called.seconds:.1f} s "
        f"({total / called.seconds:.0f}/s): {len(called.tickets):,} distinct tickets, "
        f"{len(called.repeated)} called twice"
    )
    return 0 if total == len(called.tickets) == tickets else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
