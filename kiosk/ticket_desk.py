"""Where the kiosk gets its tickets: numbers from the controller, paper from the printer."""

from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Protocol

import structlog
from PIL.Image import Image

from hardware.ports import PrintResult, TicketPrinter, Verdict
from kiosk.flow import Taken
from kiosk.printer_watch import PrinterWatch
from wire.codec import BadMessage, decode
from wire.link import Link
from wire.messages import Refusal, TakeTicket, TicketSlip

TRIES = 3
"""Prints of one ticket that left nothing on paper."""

PAUSE = 1.0
"""Seconds between two tries."""

HEALTHY_PAUSE = 60.0
"""Seconds between two looks at a printer that nobody waits for."""

SICK_PAUSE = 3.0
"""The same after a ticket that was not printed, while its visitor may still stand there."""

SICK_LOOKS = 15
"""So many looks are soon; then the visitor has gone."""

Printed = Callable[[str, PrintResult], None]


class Picture(Protocol):
    """Draws a ticket."""

    def __call__(self, slip: TicketSlip, *, is_copy: bool) -> Image:
        """Return it as it is printed; a copy says that it is one."""


@dataclass(frozen=True, slots=True)
class _Job:
    """A ticket to be printed."""

    slip: TicketSlip
    is_copy: bool


class LinkedDesk:
    """A `TicketDesk` that asks over the link and prints in a thread of its own.

    `drain` gives the printer's verdicts in the thread that calls it. The thread also looks
    at the printer from time to time, so that the log and the visitor know how it is.
    """

    def __init__(
        self,
        link: Link,
        printer: TicketPrinter,
        picture: Picture,
        watch: PrinterWatch,
        pause: float = PAUSE,
    ) -> None:
        self._link, self._printer, self._picture = link, printer, picture
        self._watch, self._pause = watch, pause
        self._soon = 0
        self._to_print: SimpleQueue[_Job] = SimpleQueue()
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

    def print(self, slip: TicketSlip, *, is_copy: bool = False) -> None:
        """Put the ticket in the printer's queue."""
        self._to_print.put(_Job(slip, is_copy))

    @property
    def is_printer_ready(self) -> bool:
        """Whether a ticket that is printed now will come out, as far as is known."""
        return self._watch.is_ready

    def drain(self, printed: Printed) -> None:
        """Tell what the printer did since the last time."""
        while True:
            try:
                ticket, result = self._verdicts.get_nowait()
            except Empty:
                return
            printed(ticket, result)

    def _work(self) -> None:
        self._watch.see(self._printer.troubles())
        while True:
            try:
                job = self._to_print.get(timeout=SICK_PAUSE if self._soon else HEALTHY_PAUSE)
            except Empty:
                self._look()
                continue
            result = self._print(job)
            self._soon = 0 if result.verdict is Verdict.PRINTED else SICK_LOOKS
            if result.troubles or result.verdict is Verdict.PRINTED:
                self._watch.see(result.troubles)
            self._verdicts.put((job.slip.ticket, result))

    def _look(self) -> None:
        self._soon = max(0, self._soon - 1)
        self._watch.see(self._printer.troubles())

    def _print(self, job: _Job) -> PrintResult:
        log = structlog.get_logger().bind(ticket=job.slip.ticket, is_copy=job.is_copy)
        try:
            picture = self._picture(job.slip, is_copy=job.is_copy)
        except Exception:
            log.exception("ticket_not_drawn")
            return PrintResult(Verdict.NOT_PRINTED)
        for left in reversed(range(TRIES)):
            result = self._printer.print(picture)
            log.info(
                "ticket_printed", verdict=result.verdict, troubles=sorted(map(str, result.troubles))
            )
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
