"""Kiosks and agents that ask until they are answered, whichever controller is alive.

`python -m tests.journeys.history.clients PLAN.json HISTORY.jsonl`
"""

from gevent import monkey

monkey.patch_all()

import json  # noqa: E402 - after the patch
import sys  # noqa: E402
import time  # noqa: E402
from itertools import count, cycle  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402
from uuid import uuid4  # noqa: E402

import gevent  # noqa: E402
from websocket import WebSocketException  # noqa: E402

from bench.socket import Client  # noqa: E402
from tests.journeys.history.entry import Entry, write  # noqa: E402

PATIENCE = 3.0
"""Seconds to wait for an answer before asking another controller."""

AGAIN = 7
"""One of so many requests that were granted is sent once more: it must be answered the same."""

MOVES = 9
"""After so many calls an agent leaves the counter, and opens one again."""


class Line:
    """One connection at a time, to whichever controller answers."""

    def __init__(self, namespace: str, token: str, ports: list[int]) -> None:
        self._namespace, self._token, self._ports = namespace, token, cycle(ports)
        self._client: Client | None = None

    def ask(self, event: str, **data: object) -> tuple[dict[str, Any], int]:
        """Send the request until it is answered; return the answer, and how often it was sent."""
        sent = 0
        while True:
            sent += 1
            answer = self._try(event, **data)
            if answer is not None and answer.get("refused") != "try_again":
                return answer, sent

    def _try(self, event: str, **data: object) -> dict[str, Any] | None:
        try:
            client = self._connected()
            answer: dict[str, Any] = client.ask(event, PATIENCE, **data)
        except (OSError, WebSocketException, gevent.Timeout):
            self._client = None
            gevent.sleep(0.05)
            return None
        return answer

    def _connected(self) -> Client:
        if self._client is None:
            self._client = Client(next(self._ports), self._namespace, self._token)
            gevent.spawn(self._client.listen)
        return self._client


class Asker:
    """One client, which writes down all that it is answered."""

    def __init__(self, name: str, namespace: str, token: str, ports: list[int]) -> None:
        self.name = name
        self._line = Line(namespace, token, ports)
        self._other = Line(namespace, token, ports[1:] + ports[:1])
        self._given = 0
        self.history: list[Entry] = []

    def ask(self, event: str, **data: object) -> dict[str, Any]:
        """Ask, and each so many requests that were granted once more, at another controller."""
        request = uuid4().hex
        answer = self._noted(self._line, event, request, data)
        self._given += "seq" in answer
        if "seq" in answer and self._given % AGAIN == 0:
            self._noted(self._other, event, request, data)
        return answer

    def _noted(
        self, line: Line, event: str, request: str, data: dict[str, object]
    ) -> dict[str, Any]:
        asked = time.monotonic()
        answer, sent = line.ask(event, request=request, **data)
        self.history.append(
            Entry(self.name, request, event, asked, time.monotonic(), answer, sent, data)
        )
        return answer


def take(kiosk: Asker, tickets: int, services: list[str]) -> None:
    for number in range(tickets):
        kiosk.ask("take_ticket", service=services[number % len(services)], language="ar")
        gevent.sleep(0.01)


def call(
    agent: Asker, counters: tuple[int, int], services: list[str], kiosks: list[gevent.Greenlet]
) -> None:
    """Call and let go, until the kiosks are done and nobody waits; sit elsewhere at times."""
    sit_down(agent, counters, services)
    for number in count(1):
        is_last_look = all(kiosk.dead for kiosk in kiosks)
        answer = agent.ask("call_next")
        if "ticket" in answer:
            agent.ask("no_show")
        elif is_last_look:
            return
        else:
            gevent.sleep(0.02)
        if number % MOVES == 0:
            agent.ask("close")
            sit_down(agent, counters, services)


def sit_down(agent: Asker, counters: tuple[int, int], services: list[str]) -> None:
    """Open the first of two counters that another agent wants too, or the second."""
    for counter in cycle(counters):
        if "seq" in agent.ask("open", counter=counter, services=services):
            return


def wanted(number: int, agents: int, services: list[str]) -> tuple[tuple[int, int], list[str]]:
    """Return the two counters that an agent shares with a neighbour, and what they give there."""
    first = (number + 1) // 2
    turned = services[number % len(services) :] + services[: number % len(services)]
    return (first, (agents + 1) // 2 + first), turned[: -(-2 * len(services) // 3)]


def main(plan_file: str, history_file: str) -> None:
    plan = json.loads(Path(plan_file).read_text())
    ports = plan["ports"]
    turned = [ports[n:] + ports[:n] for n in range(len(ports))]
    kiosks = [Asker(f"kiosk{n}", "/kiosks", plan["kiosk"], each) for n, each in enumerate(turned)]
    agents = [
        Asker(f"agent{n + 1}", "/agents", token, turned[n % len(turned)])
        for n, token in enumerate(plan["agents"])
    ]
    takers = [gevent.spawn(take, kiosk, plan["tickets"], plan["services"]) for kiosk in kiosks]
    callers = [
        gevent.spawn(call, agent, *wanted(n, len(agents), plan["services"]), takers)
        for n, agent in enumerate(agents, 1)
    ]
    gevent.joinall([*takers, *callers], raise_error=True)
    write(Path(history_file), (entry for asker in (*kiosks, *agents) for entry in asker.history))


if __name__ == "__main__":
    main(*sys.argv[1:])
