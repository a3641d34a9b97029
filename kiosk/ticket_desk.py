"""Where the kiosk gets its tickets: numbers from the controller, paper from the printer."""

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Event, Thread

import structlog
from PIL.Image import Image

from hardware.ports import PrintResult, TicketPrinter, Verdict
from kiosk.flow import Taken
from wire.codec import BadMessage, decode
from wire.link import Link
from wire.messages import Refusal, TakeTicket, TicketSlip

TRIES = 3
"""Prints of one ticket that left nothing on paper."""

PAUSE = 1.0
"""Seconds between two tries."""

Picture = Callable[[TicketSlip], Image]
Printed = Callable[[str, PrintResult], None]


class LinkedDesk:
    """A `TicketDesk` that asks over the link and prints in a thread of its own.

    `drain` gives the printer's verdicts in the thread that calls it.
    """

    def __init__(
        self,
        link: Link,
        printer: TicketPrinter,
        picture: Picture,
        pause: float = PAUSE,
    ) -> None:
        self._link, self._printer, self._picture = link, printer, picture
        self._pause = pause
        self._to_print: SimpleQueue[TicketSlip] = SimpleQueue()
        self._verdicts: SimpleQueue[tuple[str, PrintResult]] = SimpleQueue()
        self._stopping = Event()

    def start(self) -> None:
        """Begin to print. To be called once."""
        Thread(target=self._work, name="printing", daemon=True).start()

    def stop(self) -> None:
        """Try no print again."""
        self._stopping.set()

    def take(self, wish: TakeTicket, answer: Callable[[Taken], None]) -> None:
        """Ask the controller; the answer is given when the link is drained."""
        self._link.request("take_ticket", wish, lambda data: answer(_taken(data)))

    def print(self, slip: TicketSlip) -> None:
        """Put the ticket in the printer's queue."""
        self._to_print.put(slip)

    def drain(self, printed: Printed) -> None:
        """Tell what the printer did since the last time."""
        while True:
            try:
                ticket, result = self._verdicts.get_nowait()
            except Empty:
                return
            printed(ticket, result)

    def _work(self) -> None:
        while True:
            slip = self._to_print.get()
            self._verdicts.put((slip.ticket, self._print(slip)))

    def _print(self, slip: TicketSlip) -> PrintResult:
        log = structlog.get_logger().bind(ticket=slip.ticket)
        try:
            picture = self._picture(slip)
        except Exception:
            log.exception("ticket_not_drawn")
            return PrintResult(Verdict.NOT_PRINTED)
        for left in reversed(range(TRIES)):
            result = self._printer.print(picture)
            log.info("ticket_printed", verdict=result.verdict, troubles=sorted(result.troubles))
            is_to_try_again = result.verdict is Verdict.NOT_PRINTED and left
            if not is_to_try_again or self._stopping.wait(self._pause):
                break
        return result


def _taken(data: object | None) -> Taken:
    if data is None:
        return None
    try:
        return decode(TicketSlip | Refusal, data)  # type: ignore[arg-type]  # a union is no type[T]
    except BadMessage as error:
        structlog.get_logger().error("answer_not_understood", problem=str(error))
        return None
