# ruff: noqa: T201 - what it prints is its answer
"""A process of its own in which some agents call until nobody waits; prints what they called."""

import json
import sys
from datetime import timedelta
from threading import Thread
from zoneinfo import ZoneInfo

from controller.hall import Hall
from controller.hall.commands import CallNext, MarkNoShow
from controller.hall.ids import AgentName, CounterId
from controller.hall.refusals import NobodyWaiting
from controller.hall.service import Service
from controller.reception import Reception
from controller.store.engine import open_engine
from controller.store.journal import SqlJournal
from tests.controller.builders import BIRTHS, NINE


def a_hall_of_eight() -> Hall:
    service = Service(BIRTHS, "A", timedelta(minutes=10))
    return Hall([service], {CounterId(n): [BIRTHS] for n in range(1, 9)})


def call_all(reception: Reception, agent: AgentName, called: list[str]) -> None:
    while True:
        try:
            outcome = reception.execute(CallNext(agent))
        except NobodyWaiting:
            return
        called += [fact.event.ticket for fact in outcome.facts]
        reception.execute(MarkNoShow(agent))


def main(url: str, counters: str) -> None:
    journal, zone = SqlJournal(open_engine(url), "hall"), ZoneInfo("Africa/Casablanca")
    reception, called = Reception(journal, a_hall_of_eight, lambda: NINE, zone), []
    threads = [
        Thread(target=call_all, args=[reception, AgentName(f"agent{counter}"), called])
        for counter in counters.split(",")
    ]
    print("ready", flush=True)
    sys.stdin.readline()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(json.dumps(called))


if __name__ == "__main__":
    main(*sys.argv[1:])
