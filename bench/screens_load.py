"""Many screens, agents and kiosks at once; prints each call's milliseconds to its last screen.

`python -m bench.screens_load PORT SCREENS SECONDS KIOSK SCREEN AGENT...`: 5 calls and 10
tickets a second, at random moments (open loop). The latency is reckoned from the agent's
tap to the moment when the last screen has read the call.
"""

from gevent import monkey

monkey.patch_all()

import json  # noqa: E402 - after the patch
import random  # noqa: E402
import sys  # noqa: E402
import time  # noqa: E402
from collections import defaultdict  # noqa: E402
from itertools import cycle  # noqa: E402

import gevent  # noqa: E402

from bench.hall_process import SERVICES  # noqa: E402
from bench.socket import Client, Heard  # noqa: E402

CALLS, TICKETS = 5.0, 10.0


class Stopwatch:
    """When each counter's call was tapped, and when each screen heard it."""

    def __init__(self) -> None:
        self.tapped: dict[int, float] = {}
        self.heard: defaultdict[int, list[float]] = defaultdict(list)
        self._call_of: dict[int, int] = {}

    def tap(self, counter: int) -> None:
        """Note that this counter's agent taps now."""
        self.tapped[len(self.tapped)] = time.perf_counter()
        self._call_of[counter] = len(self.tapped) - 1

    def hear(self, event: str, data: dict[str, int]) -> None:
        """Note that a screen hears a call now, and of which tap."""
        if event == "call" and data["counter"] in self._call_of:
            self.heard[self._call_of[data["counter"]]].append(time.perf_counter())


def agent_taps(watch: Stopwatch, agents: list[Client], end: float) -> None:
    """Let the agents tap in turn, at random moments, until then."""
    for counter, agent in cycle(enumerate(agents, 1)):
        gevent.sleep(random.expovariate(CALLS))
        if time.perf_counter() > end:
            return
        gevent.spawn(one_call, watch, counter, agent)


def one_call(watch: Stopwatch, counter: int, agent: Client) -> None:
    """Let the visitor go whom the counter has, and call the next."""
    agent.ask("no_show")
    watch.tap(counter)
    agent.ask("call_next")


def kiosks_take(kiosks: list[Client], end: float) -> None:
    """Take tickets on the kiosks in turn, at random moments, until then."""
    for kiosk in cycle(kiosks):
        gevent.sleep(random.expovariate(TICKETS))
        if time.perf_counter() > end:
            return
        service = random.choice(SERVICES)
        gevent.spawn(kiosk.ask, "take_ticket", service=service, language="fr")


def joined(
    port: str, namespace: str, tokens: list[str], heard: Heard | None = None
) -> list[Client]:
    """Connect a client for each token, and listen for calls with `heard`."""
    clients = [Client(int(port), namespace, token) for token in tokens]
    for client in clients:
        gevent.spawn(client.listen, heard, "call")
    return clients


def main(port: str, screens: str, seconds: str, kiosk: str, screen: str, *agents: str) -> None:
    """Connect everybody by their tokens, let the seconds pass, and print the milliseconds."""
    random.seed(7)
    watch = Stopwatch()
    joined(port, "/screens", [screen] * int(screens), watch.hear)
    kiosks = joined(port, "/kiosks", [kiosk] * 20)
    desks = joined(port, "/agents", list(agents))
    for _ in range(60):
        kiosks[0].ask("take_ticket", service=SERVICES[0], language="ar")
    for counter, desk in enumerate(desks, 1):
        desk.ask("open", counter=counter)
    end = time.perf_counter() + float(seconds)
    jobs = [gevent.spawn(agent_taps, watch, desks, end), gevent.spawn(kiosks_take, kiosks, end)]
    gevent.joinall(jobs, raise_error=True)
    gevent.sleep(2)
    whole = [n for n in watch.tapped if len(watch.heard[n]) == int(screens)]
    print(
        json.dumps(
            {
                "taps": len(watch.tapped),
                "heard_by_all": len(whole),
                "last_ms": [(max(watch.heard[n]) - watch.tapped[n]) * 1000 for n in whole],
            }
        )
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
