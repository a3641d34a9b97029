"""Where the kiosk gets its tickets: numbers from the controller, paper from the printer."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from queue import Empty, SimpleQueue
from threading import Event, Thread
from typing import Protocol

import structlog
from PIL.Image import Image

from hardware.ports import PrintResult, TicketPrinter, Trouble, Verdict
from kiosk.ports import Taken
from kiosk.printer_watch import PrinterWatch
from wire.codec import BadMessage, decode
from wire.link import Link
from wire.messages import CheckIn, NotYet, Refusal, TakeTicket, TicketSlip

TRIES = 3
"""Prints of one ticket that left nothing on paper."""

PAUSE = 1.0
"""Seconds between two tries."""

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

    @property
    def further(self) -> int:
        """The sheets that come after the first: copies, one for each other of a family."""
        return 0 if self.is_copy else self.slip.sheets - 1


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
        self._to_print: SimpleQueue[_Job | None] = SimpleQueue()
        self._verdicts: SimpleQueue[tuple[str, PrintResult]] = SimpleQueue()
        self._stopping = Event()

    def start(self) -> None:
        """Begin to print. To be called once."""
        Thread(target=self._work, name="printing", daemon=True).start()

    def stop(self) -> None:
        """Try no print again, and end once each ticket of the queue was tried."""
        self._stopping.set()
        self._to_print.put(None)

    def take(self, wish: TakeTicket, answer: Callable[[Taken], None]) -> None:
        """Ask the controller; the answer is given when the link is drained."""
        self._link.request("take_ticket", wish, lambda data: answer(_taken(data)))

    def check_in(self, wish: CheckIn, answer: Callable[[Taken], None]) -> None:
        """Tell the controller who is here; the answer is given when the link is drained."""
        self._link.request("check_in", wish, lambda data: answer(_taken(data)))

    def print(self, slip: TicketSlip, *, is_copy: bool = False) -> None:
        """Put the ticket in the printer's queue, on as many sheets as it is for; a copy on one.

        The verdict is that of the first sheet. The others are copies, given up at the first
        that does not come out: the visitor has the ticket, and may ask for another sheet.
        """
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
        self._look()
        while True:
            try:
                job = self._to_print.get(timeout=self._watch.pause)
            except Empty:
                self._look()
                continue
            if job is None:
                return
            self._print(job)

    def _look(self) -> None:
        try:
            troubles = self._printer.troubles()
        except Exception:  # noqa: BLE001  # whatever fails, the next ticket is printed
            structlog.get_logger().exception("printer_not_asked")
            troubles = frozenset({Trouble.OFFLINE})
        self._watch.looked(troubles)

    def _print(self, job: _Job) -> None:
        """Print the ticket and tell what became of it; then its family's sheets, as they come."""
        result = self._print_sheet(job)
        self._verdicts.put((job.slip.ticket, result))
        for _ in range(job.further):
            if self._stopping.is_set() or not _may_be_on_paper(result):
                return
            result = self._print_sheet(replace(job, is_copy=True))

    def _print_sheet(self, job: _Job) -> PrintResult:
        result = self._result(job)
        self._watch.printed(result)
        return result

    def _result(self, job: _Job) -> PrintResult:
        log = structlog.get_logger().bind(ticket=job.slip.ticket, is_copy=job.is_copy)
        try:
            picture = self._picture(job.slip, is_copy=job.is_copy)
        except Exception:
            log.exception("ticket_not_drawn")
            return PrintResult(Verdict.NOT_PRINTED)
        for left in reversed(range(TRIES)):
            result = self._try(picture, log)
            is_to_try_again = result.verdict is Verdict.NOT_PRINTED and left
            if not is_to_try_again or self._stopping.wait(self._pause):
                break
        return result

    def _try(self, picture: Image, log: structlog.stdlib.BoundLogger) -> PrintResult:
        try:
            result = self._printer.print(picture)
        except Exception:  # nobody knows how far it came
            log.exception("print_failed")
            return PrintResult(Verdict.UNKNOWN)
        log.info(
            "ticket_printed", verdict=result.verdict, troubles=sorted(map(str, result.troubles))
        )
        return result


def _may_be_on_paper(result: PrintResult) -> bool:
    """Return whether the next sheet is worth a try: a printer without a voice tells nothing."""
    is_unknown = result.verdict is Verdict.UNKNOWN and not result.troubles
    return is_unknown or result.verdict is Verdict.PRINTED


def _taken(data: object | None) -> Taken:
    if data is None:
        return None
    try:
        taken: Taken = decode(TicketSlip | NotYet | Refusal, data)  # type: ignore[arg-type]  # a union is no type[T]
    except BadMessage as error:
        structlog.get_logger().error("answer_not_understood", problem=str(error))
        return None
    return taken
