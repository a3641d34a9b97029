"""Agents who call visitors, one after the other; prints when each call was heard.

`python -m bench.chime_load PORT CALLS FOLDER KIOSK AGENT...`: for each call `[chime, words]`, the
milliseconds from the tap to the first sample in the folder of a virtual speaker, and from there
until its words were there. Each call begins in silence, at a random moment.
"""

from gevent import monkey

monkey.patch_all()

import json  # noqa: E402 - after the patch
import random  # noqa: E402
import sys  # noqa: E402
import time  # noqa: E402
from itertools import cycle, islice  # noqa: E402
from pathlib import Path  # noqa: E402

import gevent  # noqa: E402

from bench.hall_process import SERVICES  # noqa: E402
from bench.socket import Client  # noqa: E402

LANGUAGES = ("ar", "fr", "en")
PATIENCE = 30.0


def joined(port: int, namespace: str, token: str) -> Client:
    """Connect a client by its token."""
    client = Client(port, namespace, token)
    gevent.spawn(client.listen)
    return client


def heard(folder: Path, ticket: str) -> tuple[int, int]:
    """Wait for the sound that calls a ticket; return the times of its first sample and its end."""
    deadline = time.monotonic() + PATIENCE
    while not (found := list(folder.glob(f"*-{ticket}-*.wav"))):
        if time.monotonic() > deadline:
            raise TimeoutError(f"{ticket} is not heard")
        gevent.sleep(0.02)
    stat = found[0].stat()
    return stat.st_mtime_ns, stat.st_ctime_ns


def called(agent: Client, folder: Path) -> tuple[float, float]:
    """Let an agent call the next visitor; return the milliseconds to the chime, then the words."""
    tapped = time.time_ns()
    ticket = agent.ask("call_next")["ticket"]
    began, ended = heard(folder, ticket)
    return (began - tapped) / 1e6, (ended - began) / 1e6


def main(port: str, calls: str, folder: str, kiosk: str, *agents: str) -> None:
    """Let visitors wait, call so many, and print when each was heard."""
    random.seed(7)
    entrance = joined(int(port), "/kiosks", kiosk)
    desks = [joined(int(port), "/agents", agent) for agent in agents]
    for number in range(int(calls)):
        entrance.ask("take_ticket", service=SERVICES[0], language=LANGUAGES[number % 3])
    for counter, desk in enumerate(desks, 1):
        desk.ask("open", counter=counter)
    told = []
    for desk in islice(cycle(desks), int(calls)):
        desk.ask("no_show")
        gevent.sleep(random.uniform(0.3, 0.9))
        told.append(called(desk, Path(folder)))
    print(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
