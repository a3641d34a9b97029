"""Many screens, agents and kiosks at once; prints each call's milliseconds to its last screen.

`python -m bench.screens_load PORT SCREENS TAPS SECONDS KIOSK SCREEN AGENT...`: 5 calls and 10
tickets a second, at random moments (open loop), until so many taps or seconds. The latency
is reckoned from the agent's tap to the moment when the last screen has read the call; a call
that a screen misses takes infinitely long.
"""

from gevent import monkey

monkey.patch_all()

import json  # noqa: E402 - after the patch
import random  # noqa: E402
import sys  # noqa: E402
import time  # noqa: E402
from functools import partial  # noqa: E402
from itertools import cycle, islice  # noqa: E402

import gevent  # noqa: E402
from gevent.pool import Group  # noqa: E402

from bench.hall_process import SERVICES  # noqa: E402
from bench.socket import Client, Heard  # noqa: E402
from bench.stopwatch import Stopwatch  # noqa: E402

CALLS, TICKETS = 5.0, 10.0

LATEST = 10.0
"""Seconds after the last tap in which the screens may still hear of it."""


def agents_tap(watch: Stopwatch, agents: list[Client], taps: int, end: float) -> None:
    """Let the agents tap in turn, at random moments, so many times or until then."""
    calls = Group()
    for counter, agent in islice(cycle(enumerate(agents, 1)), taps):
        gevent.sleep(random.expovariate(CALLS))
        if time.perf_counter() > end:
            break
        calls.spawn(one_call, watch, counter, agent)
    calls.join(raise_error=True)


def one_call(watch: Stopwatch, counter: int, agent: Client) -> None:
    """Let the visitor go whom the counter has, and call the next."""
    agent.ask("no_show")
    watch.tap(counter, time.perf_counter())
    agent.ask("call_next")


def kiosks_take(kiosks: list[Client]) -> None:
    """Take tickets on the kiosks in turn, at random moments, until killed."""
    for kiosk in cycle(kiosks):
        gevent.sleep(random.expovariate(TICKETS))
        service = random.choice(SERVICES)
        gevent.spawn(kiosk.ask, "take_ticket", service=service, language="fr")


def joined(port: str, namespace: str, token: str, heard: Heard | None = None) -> Client:
    """Connect a client by its token, and listen for calls with `heard`."""
    client = Client(int(port), namespace, token)
    gevent.spawn(client.listen, heard, "call")
    return client


def hear(watch: Stopwatch, screen: int, event: str, data: dict[str, int]) -> None:
    """Note that this screen hears a call now."""
    if event == "call":
        watch.hear(screen, data["counter"], time.perf_counter())


def prepare(kiosk: Client, desks: list[Client]) -> None:
    """Let visitors wait, and open every counter."""
    for _ in range(60):
        kiosk.ask("take_ticket", service=SERVICES[0], language="ar")
    for counter, desk in enumerate(desks, 1):
        desk.ask("open", counter=counter)


def run(
    watch: Stopwatch, kiosks: list[Client], desks: list[Client], taps: int, seconds: float
) -> None:
    """Tap and take tickets, and wait until every screen has heard every call, or too late."""
    end = time.perf_counter() + seconds
    visitors = gevent.spawn(kiosks_take, kiosks)
    agents_tap(watch, desks, taps, end)
    visitors.kill()
    latest = time.perf_counter() + LATEST
    while not watch.is_complete and time.perf_counter() < latest:
        gevent.sleep(0.1)


def main(port: str, screens: str, taps: str, seconds: str, *tokens: str) -> None:
    """Connect everybody by their tokens, let them tap, and print the milliseconds."""
    random.seed(7)
    kiosk, screen, *agents = tokens
    watch = Stopwatch(int(screens))
    for number in range(int(screens)):
        joined(port, "/screens", screen, partial(hear, watch, number))
    kiosks = [joined(port, "/kiosks", kiosk) for _ in range(20)]
    desks = [joined(port, "/agents", agent) for agent in agents]
    prepare(kiosks[0], desks)
    run(watch, kiosks, desks, int(taps), float(seconds))
    print(json.dumps(watch.last_ms()))


if __name__ == "__main__":
    main(*sys.argv[1:])
