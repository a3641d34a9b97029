"""A kiosk without a window and without paper, whose visitors come one after the other.

What a visitor would read on the screen goes into a file, a line each, as JSON.
"""

import json
import sys
import time
import uuid
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path

from PIL.Image import Image

from kiosk.alone.alone import Alone
from kiosk.alone.handing_over import HandingOver
from kiosk.ports import Taken
from kiosk.take_home import TakeHome
from kiosk.ticket_desk import LinkedDesk
from kiosk.waits import Waits
from media.pack import load_pack
from wire.codec import decode
from wire.link import Link, Message, Offline, Online, Place
from wire.messages import Offer, TakeTicket, TicketSlip

PULSE = 0.02
PACK = Path(__file__).parents[3] / "media/packs/demo"


class NoPress:
    """Stands where the printer would."""

    def drain(self, _printed: object) -> None:
        """Print nothing."""


def no_list(wish: TakeHome) -> Image:
    """Draw no list: nobody asks for one."""
    raise AssertionError(wish)


class Windowless:
    """The kiosk's own parts, as `kiosk.assembly` puts them together."""

    def __init__(self, address: str, token: str, home: Path, said: Path) -> None:
        self._said = said
        pack = load_pack(PACK)
        self._link = Link(Place(address, "/kiosks", token))
        self._alone = Alone(home / "alone", pack, lambda: datetime.now(UTC), time.monotonic)
        self._desk = LinkedDesk(self._link, NoPress(), no_list, self._alone, Waits().outage)
        self._handing_over = HandingOver(self._link, self._alone, lambda: str(uuid.uuid4()))
        self._services = cycle(each.id for each in pack.services)
        self._is_waiting, self._has_offer = False, self._alone.offer() is not None

    def runs(self, pace: float) -> None:
        """Let a visitor come so many seconds after the one before has a number; none when 0."""
        self._link.start()
        next_second, next_visitor = time.monotonic(), time.monotonic()
        while True:
            now = time.monotonic()
            if now >= next_second:
                next_second += 1
                self._second()
            if pace and not self._is_waiting and self._has_offer and now >= next_visitor:
                next_visitor = now + pace
                self._visitor()
            self._pulse()
            time.sleep(PULSE)

    def _second(self) -> None:
        self._desk.second()
        self._handing_over.second()

    def _visitor(self) -> None:
        self._is_waiting = True
        wish = TakeTicket(str(uuid.uuid4()), next(self._services), "fr")
        self._desk.take(wish, self._answered)

    def _answered(self, taken: Taken) -> None:
        self._is_waiting = False
        if isinstance(taken, TicketSlip):
            told = {"ticket": taken.ticket, "is_alone": taken.is_alone}
            with self._said.open("a") as said:
                said.write(json.dumps(told) + "\n")

    def _pulse(self) -> None:
        for arrival in self._link.drain():
            match arrival:
                case Online():
                    self._handing_over.online()
                case Offline(why):
                    self._handing_over.offline(why)
                case Message("offer", data):
                    self._alone.heard(decode(Offer, data))
                    self._has_offer = True
        self._desk.drain(lambda *_: None)


if __name__ == "__main__":
    address, token, home, said, pace = sys.argv[1:]
    Windowless(address, token, Path(home), Path(said)).runs(float(pace))
