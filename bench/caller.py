"""Agents who call on demand: `... -m bench.caller PORT KIOSK AGENT...`.

For each line that is read, a visitor takes a ticket, and an agent lets go whom the counter has and
calls the next, whose number is printed.
"""

from gevent import monkey

monkey.patch_all()

import sys  # noqa: E402 - after the patch
from itertools import cycle  # noqa: E402

from gevent.fileobject import FileObjectThread  # noqa: E402

from bench.chime_load import LANGUAGES, joined  # noqa: E402
from bench.hall_process import SERVICES  # noqa: E402


def main(port: str, kiosk: str, *agents: str) -> None:
    """Open the counters, and call for each line."""
    entrance = joined(int(port), "/kiosks", kiosk)
    desks = [joined(int(port), "/agents", agent) for agent in agents]
    for counter, desk in enumerate(desks, 1):
        desk.ask("open", counter=counter)
    lines = FileObjectThread(sys.stdin.buffer)
    wishes = zip(cycle(desks), cycle(SERVICES), cycle(LANGUAGES), strict=False)
    for _, (desk, service, language) in zip(iter(lines.readline, b""), wishes, strict=False):
        entrance.ask("take_ticket", service=service, language=language)
        desk.ask("no_show")
        print(desk.ask("call_next")["ticket"], flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
