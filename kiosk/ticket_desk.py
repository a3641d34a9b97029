"""Where the kiosk gets its tickets: numbers from the controller, paper from the printer.

Without the controller the numbers are the kiosk's own.
"""

from collections import deque
from collections.abc import Callable
from functools import partial

import structlog
from PIL.Image import Image

from kiosk.alone.alone import Alone
from kiosk.contact import Contact
from kiosk.loose_sheets import Told
from kiosk.ports import Taken
from kiosk.press import Press, Printed
from kiosk.take_home import TakeHome
from wire.codec import BadMessage, decode
from wire.link import Link, Patience
from wire.messages import (
    CheckIn,
    GiveUpTicket,
    NotYet,
    Offer,
    RateTicket,
    Refusal,
    TakeTicket,
    TicketFound,
    TicketSlip,
    WhichClass,
)

Answer = TicketSlip | TicketFound | WhichClass | NotYet | Refusal

HURRIED = Patience(answer=1.5, asks=2)
"""Three seconds, after which a visitor has a number of the kiosk's own."""

UNWRITTEN = "try_again"
"""The refusal of a controller that is there, and cannot write down what it is asked."""
DrawList = Callable[[TakeHome], Image]
"""Draws a list of what to bring."""


class LinkedDesk:
    """A `TicketDesk` that asks over the link and prints on a press."""

    def __init__(
        self,
        link: Link,
        press: Press,
        draw_list: DrawList,
        alone: Alone | None = None,
        outage: int = 0,
    ) -> None:
        """`outage` is how many seconds the controller is away before it is no longer asked."""
        self._link, self._press, self._draw_list = link, press, draw_list
        self._alone, self._contact = alone, Contact(outage, away=0)
        self._given: deque[Callable[[], None]] = deque()

    def start(self) -> None:
        """Begin to print. To be called once."""
        self._press.start()

    def stop(self) -> None:
        """Try no print again, and end once each ticket of the queue was tried."""
        self._press.stop()

    def take(self, wish: TakeTicket, answer: Callable[[Taken], None]) -> None:
        """Ask the controller; the answer is given when the link is drained.

        When none comes, or is to be hoped for, the ticket is one of the kiosk's own.
        """
        if self._is_cut_off:
            self._given.append(lambda: answer(self._own(wish)))
            return

        def answered(data: object | None) -> None:
            taken = _taken(data)
            if isinstance(taken, TicketSlip) and self._alone is not None:
                self._alone.answered(taken)
            answer((self._own(wish) or taken) if _is_none(taken) else taken)

        self._link.request("take_ticket", wish, answered, self._patience(wish))

    def _patience(self, wish: TakeTicket) -> Patience | None:
        """Return for how long the controller is asked: less where it can be done without."""
        is_short = self._alone is not None and self._alone.can_issue(wish)
        return HURRIED if is_short else None

    def own_offer(self) -> Offer | None:
        """Return what can be given without the controller; nothing when that is nothing."""
        return None if self._alone is None else self._alone.offer()

    def second(self) -> None:
        """Let a second pass."""
        is_there = self._link.is_online
        contact = self._contact.found() if is_there else self._contact.lost()
        self._contact = contact.second_later()

    @property
    def _is_cut_off(self) -> bool:
        is_away = self._contact.is_cut_off and not self._link.is_online
        return self._alone is not None and is_away

    def _own(self, wish: TakeTicket) -> TicketSlip | None:
        return None if self._alone is None else self._alone.issue(wish)

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
        """Tell what was given without the controller, and what the printer did with tickets."""
        while self._given:
            self._given.popleft()()
        self._press.drain(printed)

    def drain_lists(self) -> None:
        """Tell what the printer did with lists since the last time."""
        self._press.loose.drain()


def _taken(data: object | None) -> Taken:
    if data is None:
        return None
    try:
        taken: Taken = decode(Answer, data)  # type: ignore[arg-type]  # a union is no type[T]
    except BadMessage as error:
        structlog.get_logger().error("answer_not_understood", problem=str(error))
        return None
    return taken


def _is_none(taken: Taken) -> bool:
    """Whether this is no answer to a wish: its ticket may be written down, or not."""
    return taken is None or (isinstance(taken, Refusal) and taken.refused == UNWRITTEN)
