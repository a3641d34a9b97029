"""Where the kiosk gets its tickets: numbers from the controller, paper from the printer."""

from collections.abc import Callable
from functools import partial

import structlog
from PIL.Image import Image

from kiosk.loose_sheets import Told
from kiosk.ports import Taken
from kiosk.press import Press, Printed
from kiosk.take_home import TakeHome
from wire.codec import BadMessage, decode
from wire.link import Link
from wire.messages import (
    CheckIn,
    GiveUpTicket,
    NotYet,
    RateTicket,
    Refusal,
    TakeTicket,
    TicketFound,
    TicketSlip,
)

DrawList = Callable[[TakeHome], Image]
"""Draws a list of what to bring."""


class LinkedDesk:
    """A `TicketDesk` that asks over the link and prints on a press."""

    def __init__(self, link: Link, press: Press, draw_list: DrawList) -> None:
        self._link, self._press, self._draw_list = link, press, draw_list

    def start(self) -> None:
        """Begin to print. To be called once."""
        self._press.start()

    def stop(self) -> None:
        """Try no print again, and end once each ticket of the queue was tried."""
        self._press.stop()

    def take(self, wish: TakeTicket, answer: Callable[[Taken], None]) -> None:
        """Ask the controller; the answer is given when the link is drained."""
        self._link.request("take_ticket", wish, lambda data: answer(_taken(data)))

    def check_in(self, wish: CheckIn, answer: Callable[[Taken], None]) -> None:
        """Tell the controller who is here; the answer is given when the link is drained."""
        self._link.request("check_in", wish, lambda data: answer(_taken(data)))

    def give_up(self, wish: GiveUpTicket, answer: Callable[[Taken], None]) -> None:
        """Tell the controller; the answer is given when the link is drained."""
        self._link.request("give_up", wish, lambda data: answer(_taken(data)))

    def rate(self, wish: RateTicket, answer: Callable[[Taken], None]) -> None:
        """Tell the controller; the answer is given when the link is drained."""
        self._link.request("rate", wish, lambda data: answer(_taken(data)))

    def print(self, slip: TicketSlip, *, is_copy: bool = False) -> None:
        """Spool the ticket, on as many sheets as it is for; a copy on one.

        The verdict is that of the first sheet. The others are copies, given up at the first
        that does not come out: the visitor has the ticket, and may ask for another sheet.
        """
        self._press.put(slip, is_copy=is_copy)

    def print_list(self, taken: TakeHome, told: Told) -> None:
        """Try the list once, after the tickets; `told` hears of it when lists are drained."""
        self._press.loose.put(partial(self._draw_list, taken), told)

    @property
    def is_printer_ready(self) -> bool:
        """Whether a ticket that is printed now will come out, as far as is known."""
        return self._press.is_ready

    def drain(self, printed: Printed) -> None:
        """Tell what the printer did with tickets since the last time."""
        self._press.drain(printed)

    def drain_lists(self) -> None:
        """Tell what the printer did with lists since the last time."""
        self._press.loose.drain()


def _taken(data: object | None) -> Taken:
    if data is None:
        return None
    try:
        taken: Taken = decode(TicketSlip | TicketFound | NotYet | Refusal, data)  # type: ignore[arg-type]  # a union is no type[T]
    except BadMessage as error:
        structlog.get_logger().error("answer_not_understood", problem=str(error))
        return None
    return taken
