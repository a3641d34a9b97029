"""Kiosks and agents who go on from day to day; prints `[calls, days]` every second.

`python -m bench.endurance_load PORT CALLS KIOSK-TOKEN AGENT-TOKEN...`
"""

from gevent import monkey

monkey.patch_all()

import json  # noqa: E402 - after the patch
import sys  # noqa: E402
from typing import Any  # noqa: E402

import gevent  # noqa: E402

from bench.hall_process import SERVICES  # noqa: E402
from bench.socket import Client  # noqa: E402

KIOSKS = 2
STOCK = 60
"""As many as may wait before the kiosks rest."""

PASSING = frozenset(
    {"counter_not_open", "nobody_waiting", "counter_idle", "wrong_moment", "day_over"}
)
"""Refusals that the turn of the day, or a quick colleague, explains."""


class Progress:
    """How far it is."""

    def __init__(self, goal: int) -> None:
        self.goal, self.calls, self.taken, self.days = goal, 0, 0, 0

    @property
    def is_done(self) -> bool:
        """Whether there were as many calls as were wanted."""
        return self.calls >= self.goal

    @property
    def waiting(self) -> int:
        """About how many wait: the turn of a day cancels them without a word."""
        return self.taken - self.calls

    def called(self) -> None:
        """Count a call."""
        self.calls += 1

    def turned(self) -> None:
        """Count the turn of a day: nobody waits any more."""
        self.days, self.taken = self.days + 1, self.calls


def take(kiosk: Client, progress: Progress) -> None:
    """Take tickets as long as few wait."""
    while not progress.is_done:
        if progress.waiting >= STOCK:
            gevent.sleep(0.01)
            continue
        service = SERVICES[progress.taken % len(SERVICES)]
        answer = asked(kiosk, "take_ticket", service=service, language="ar")
        progress.taken += "ticket" in answer


def call(agent: Client, counter: int, progress: Progress) -> None:
    """Call and serve; every other visitor does not come."""
    while not progress.is_done:
        answer = asked(agent, "call_next")
        match answer.get("refused"):
            case None:
                progress.called()
                serve(agent, is_there=progress.calls % 2 == 0)
            case "counter_not_open":
                if counter == 1:
                    progress.turned()
                asked(agent, "open", counter=counter)
            case _:
                gevent.sleep(0.01)


def serve(agent: Client, *, is_there: bool) -> None:
    """Let the visitor come and go, or not come."""
    for event in ("start", "finish") if is_there else ("no_show",):
        asked(agent, event)


def asked(client: Client, event: str, **data: object) -> dict[str, Any]:
    """Return the answer; raises `RuntimeError` for a refusal that nothing explains."""
    answer: dict[str, Any] = client.ask(event, **data)
    if answer.get("refused") not in {None, *PASSING}:
        raise RuntimeError(f"{event}: {answer}")
    return answer


def main(port: str, calls: str, kiosk: str, *agents: str) -> None:
    """Make so many calls, and tell of them on the way."""
    progress = Progress(int(calls))
    kiosks = [Client(int(port), "/kiosks", kiosk) for _ in range(KIOSKS)]
    desks = [Client(int(port), "/agents", token) for token in agents]
    for client in (*kiosks, *desks):
        gevent.spawn(client.listen)
    for counter, desk in enumerate(desks, 1):
        asked(desk, "open", counter=counter)
    jobs = [gevent.spawn(take, each, progress) for each in kiosks]
    jobs += [gevent.spawn(call, each, counter, progress) for counter, each in enumerate(desks, 1)]
    while not all(job.dead for job in jobs):
        gevent.joinall(jobs, timeout=1)
        print(json.dumps([progress.calls, progress.days]), flush=True)
    for job in jobs:
        job.get()


if __name__ == "__main__":
    main(*sys.argv[1:])
