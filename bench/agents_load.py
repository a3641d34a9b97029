"""Kiosks or agents that ask as fast as they are answered; prints how long each answer took.

`python -m bench.agents_load PORT SECONDS tickets TOKEN...` or `... commands TOKEN...`
"""

from gevent import monkey

monkey.patch_all()

import json  # noqa: E402 - after the patch
import sys  # noqa: E402 - after the patch
import time  # noqa: E402

import gevent  # noqa: E402

from bench.hall_process import SERVICES  # noqa: E402
from bench.socket import Client  # noqa: E402

STOCK = 60
"""As many as wait while agents call: each call tells whom it passed."""


def take(client: Client, end: float) -> list[float]:
    """Take tickets until then; return the seconds that each took."""
    took: list[float] = []
    while time.perf_counter() < end:
        took.append(ticket(client, len(took)))
    return took


def ticket(client: Client, number: int) -> float:
    """Take a ticket, for each service in turn; return the seconds that it took."""
    return timed(client, "take_ticket", service=SERVICES[number % len(SERVICES)], language="ar")


def see_off(client: Client, end: float) -> list[float]:
    """Give a ticket, call, and let go until then: as many wait as before. Return the seconds."""
    took: list[float] = []
    while time.perf_counter() < end:
        took.append(ticket(client, len(took)))
        took += [timed(client, event) for event in ("call_next", "no_show")]
    return took


def timed(client: Client, event: str, **data: object) -> float:
    """Return the seconds until the answer, which must be no refusal."""
    start = time.perf_counter()
    answer = client.ask(event, **data)
    if "seq" not in answer:
        raise RuntimeError(f"{event}: {answer}")
    return time.perf_counter() - start


def main(port: str, seconds: str, what: str, *tokens: str) -> None:
    """Ask for so many seconds, one asker a token; print what was spent on each answer, as JSON."""
    namespace = "/kiosks" if what == "tickets" else "/agents"
    clients = [Client(int(port), namespace, token) for token in tokens]
    for client in clients:
        gevent.spawn(client.listen)
    if what == "commands":
        for counter, client in enumerate(clients, 1):
            client.ask("open", counter=counter)
        for number in range(STOCK):
            ticket(clients[0], number)
    act, start = (take if what == "tickets" else see_off), time.perf_counter()
    jobs = [gevent.spawn(act, client, start + float(seconds)) for client in clients]
    took = [each for job in gevent.joinall(jobs) for each in job.get()]
    print(json.dumps({"took": took, "seconds": time.perf_counter() - start}))


if __name__ == "__main__":
    main(*sys.argv[1:])
