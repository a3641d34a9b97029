# ruff: noqa: T201 - what it prints is its answer
"""A process of its own in which some visitors book the same slot; prints the codes they got."""

import json
import sys
from datetime import date, time
from threading import Thread

from controller.appointments import Slot, Wish
from controller.hall.refusals import SlotTaken
from controller.store.appointments import SqlBook
from controller.store.engine import open_engine
from tests.controller.builders import BIRTHS

SLOT = Slot(date(2026, 3, 9), time(9))
CAPACITY = 5


def book_one(book: SqlBook, request: str, codes: list[str]) -> None:
    try:
        codes.append(book.hold(Wish(BIRTHS, SLOT, "ar", request), CAPACITY).code)
    except SlotTaken:
        return


def main(url: str, name: str) -> None:
    book, codes = SqlBook(open_engine(url), "hall"), []
    threads = [Thread(target=book_one, args=[book, f"{name}-{n}", codes]) for n in range(4)]
    print("ready", flush=True)
    sys.stdin.readline()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(json.dumps(codes))


if __name__ == "__main__":
    main(*sys.argv[1:])
