"""Kiosks or agents that ask as fast as they are answered; prints how many asks were answered.

`python -m bench.agents_load PORT SECONDS tickets TOKEN...` or `... calls TOKEN...`
"""

from gevent import monkey

monkey.patch_all()

import sys  # noqa: E402 - after the patch
import time  # noqa: E402

import gevent  # noqa: E402

from bench.hall_process import SERVICES  # noqa: E402
from bench.socket import Client  # noqa: E402


def take(client: Client, end: float) -> int:
    """Take tickets until then; return how many were given."""
    done = 0
    while time.perf_counter() < end:
        answer = client.ask("take_ticket", service=SERVICES[done % 6], language="ar")
        done += "ticket" in answer
    return done


def call(client: Client, end: float) -> int:
    """Call and let go until then; return how many commands were carried out."""
    done = 0
    while time.perf_counter() < end:
        for event in ("call_next", "no_show"):
            answer = client.ask(event)
            if "seq" not in answer:
                raise RuntimeError(f"{event}: {answer}")
            done += 1
    return done


def main(port: str, seconds: str, what: str, *tokens: str) -> None:
    """Ask for so many seconds, one asker a token, and print how many asks were answered."""
    namespace = "/kiosks" if what == "tickets" else "/agents"
    clients = [Client(int(port), namespace, token) for token in tokens]
    for client in clients:
        gevent.spawn(client.listen)
    if what == "calls":
        for counter, client in enumerate(clients, 1):
            client.ask("open", counter=counter)
    act, end = (take if what == "tickets" else call), time.perf_counter() + float(seconds)
    jobs = [gevent.spawn(act, client, end) for client in clients]
    print(sum(job.get() for job in jobs))


if __name__ == "__main__":
    main(*sys.argv[1:])
