"""The kiosk while it is alone: what it offers without the hall, and the ticket that says so."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.alone.journal import TICKETS
from kiosk.alone.kept import GRANT
from kiosk.waits import Waits
from nouba.demo.place import Place
from nouba.play.kiosk_visitor import LOOK, GaveUpError
from nouba.shots.arrival_tour import ArrivalTour
from wire.messages import LANGUAGES

AWAY = "controller_away"
"""What a kiosk writes into its log when the controller no longer answers."""

MINUTE = 60.0
"""Seconds after which a silent connection is surely lost."""


class AloneTour(ArrivalTour):
    """Visitors who come while the controller stands still."""

    def take_alone(self, service: str, log: Path) -> None:
        """Take a ticket in each language, once the kiosk knows that it is alone."""
        _until_away(log)
        for language in LANGUAGES:
            self._ask(language, service)
            sheet = self._when("the sheet", lambda shown: shown.screen == "sheet")
            self._keep(sheet, "alone_sheet")
            self._wish()
            self._keep(self._told(is_printed=True), "alone_ticket")
            self._touch("home")


@contextmanager
def broken_disk(place: Place) -> Iterator[None]:
    """Let the kiosk write none of its own tickets: it can only give what the hall gives."""
    kept = place.kiosk_home / "alone"
    day = json.loads((kept / GRANT).read_bytes())["day"]
    in_the_way = kept / f"{day}{TICKETS}"
    in_the_way.mkdir()
    yield
    in_the_way.rmdir()


def _until_away(log: Path) -> None:
    deadline, before = time.monotonic() + MINUTE, log.stat().st_size
    while AWAY not in log.read_bytes()[before:].decode():
        if time.monotonic() > deadline:
            raise GaveUpError("the kiosk does not notice that the controller stands still")
        time.sleep(LOOK)
    time.sleep(Waits().outage + 1)
