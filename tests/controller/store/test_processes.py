"""Several processes serve one hall, and no ticket is handed out twice."""

import json
import subprocess
import sys
from collections import Counter
from zoneinfo import ZoneInfo

import pytest

from controller.hall.commands import IssueTicket, OpenCounter
from controller.hall.ids import CounterId
from controller.reception import Reception
from controller.store.engine import open_engine
from controller.store.journal import SqlJournal
from tests.controller.builders import BIRTHS, NINE
from tests.controller.store.agents_process import a_hall_of_eight

TICKETS = 400


@pytest.mark.postgres
def test_eight_agents_in_two_processes_share_out_every_ticket(postgres_url: str) -> None:
    engine = open_engine(postgres_url)
    zone = ZoneInfo("Africa/Casablanca")
    reception = Reception(SqlJournal(engine, "hall"), a_hall_of_eight, lambda: NINE, zone)
    for counter in range(1, 9):
        reception.execute(OpenCounter(CounterId(counter), f"agent{counter}"))
    for _ in range(TICKETS):
        reception.execute(IssueTicket(BIRTHS))

    command = [sys.executable, "-m", "tests.controller.store.agents_process", postgres_url]
    processes = [start([*command, counters]) for counters in ("1,2,3,4", "5,6,7,8")]
    for process in processes:
        assert process.stdout.readline() == "ready\n"
    called = [json.loads(told) for told in together(processes)]

    everything = Counter(ticket for tickets in called for ticket in tickets)
    assert everything == Counter(f"A{serial:03}" for serial in range(1, TICKETS + 1))
    assert min(map(len, called)) > TICKETS / 10, "one process was overtaken again and again"


def start(command: list[str]) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, bufsize=1)


def together(processes: list[subprocess.Popen[str]]) -> list[str]:
    """Let them all begin at once and return what each printed."""
    for process in processes:
        process.stdin.write("go\n")
    return [process.communicate(timeout=120)[0] for process in processes]
