"""Several processes serve one hall, and no ticket is handed out twice."""

import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial
from threading import Thread
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine

from controller.hall.commands import IssueTicket, OpenCounter
from controller.hall.ids import CounterId
from controller.reception import Fact, Reception
from controller.store.engine import open_engine
from controller.store.journal import SqlJournal
from tests.controller.builders import BIRTHS, NINE, a_hall
from tests.controller.store.agents_process import a_hall_of_eight

TICKETS = 400
DAY = date(2026, 3, 2)


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


@pytest.mark.postgres
def test_nobody_else_writes_during_a_turn(postgres_url: str) -> None:
    engine = open_engine(postgres_url)
    [issued] = a_hall().decide(IssueTicket(BIRTHS), NINE)
    write = partial(SqlJournal(engine, "hall").append, DAY, [Fact(1, issued)], None)
    other = Thread(target=write)

    with SqlJournal(engine, "hall").turn():
        other.start()
        wait_until(lambda: waiting_for_locks(engine) == 1)
        during = SqlJournal(engine, "hall").read(DAY, 0)
    other.join()

    assert (during, len(SqlJournal(engine, "hall").read(DAY, 0))) == ((), 1)


def waiting_for_locks(engine: Engine) -> int:
    query = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
    with engine.connect() as connection:
        return connection.exec_driver_sql(query).scalar_one()


def wait_until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline, "nobody waits"


def start(command: list[str]) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, bufsize=1)


def together(processes: list[subprocess.Popen[str]]) -> list[str]:
    """Let them all begin at once and return what each printed."""
    for process in processes:
        process.stdin.write("go\n")
    return [process.communicate(timeout=120)[0] for process in processes]
