"""Kiosks and agents that ask until they are answered, whichever controller is alive.

`python -m tests.journeys.history.clients PLAN.json HISTORY.jsonl`
"""

from gevent import monkey

monkey.patch_all()

import json  # noqa: E402 - after the patch
import sys  # noqa: E402
import time  # noqa: E402
from itertools import cycle  # noqa: E402
from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402
from uuid import uuid4  # noqa: E402

import gevent  # noqa: E402
from websocket import WebSocketException  # noqa: E402

from bench.socket import Client  # noqa: E402
from tests.journeys.history.entry import Entry, write  # noqa: E402

PATIENCE = 3.0
"""Seconds to wait for an answer before asking another controller."""


class Asker:
    """One client, with one connection at a time."""

    def __init__(self, name: str, namespace: str, token: str, ports: list[int]) -> None:
        self.name, self._namespace, self._token = name, namespace, token
        self._ports = cycle(ports)
        self._client: Client | None = None
        self.history: list[Entry] = []

    def ask(self, event: str, **data: object) -> dict[str, Any]:
        """Send the request, again and again with its own id, until it is answered."""
        request, asked, sent = uuid4().hex, time.monotonic(), 0
        while True:
            sent += 1
            answer = self._try(event, request=request, **data)
            if answer is not None and answer.get("refused") != "try_again":
                break
        entry = Entry(self.name, request, event, asked, time.monotonic(), answer, sent)
        self.history.append(entry)
        return answer

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


def take(kiosk: Asker, tickets: int, services: list[str]) -> None:
    for number in range(tickets):
        kiosk.ask("take_ticket", service=services[number % len(services)], language="ar")
        gevent.sleep(0.01)


def call(agent: Asker, counter: int, kiosks: list[gevent.Greenlet]) -> None:
    """Call and let go, until the kiosks are done and nobody waits."""
    agent.ask("open", counter=counter)
    while True:
        is_last_look = all(kiosk.dead for kiosk in kiosks)
        answer = agent.ask("call_next")
        if "ticket" in answer:
            agent.ask("no_show")
        elif is_last_look:
            return
        else:
            gevent.sleep(0.02)


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
    callers = [gevent.spawn(call, agent, n, takers) for n, agent in enumerate(agents, 1)]
    gevent.joinall([*takers, *callers], raise_error=True)
    write(Path(history_file), (entry for asker in (*kiosks, *agents) for entry in asker.history))


if __name__ == "__main__":
    main(*sys.argv[1:])
