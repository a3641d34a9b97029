"""Sheets that are printed when no ticket waits, and kept nowhere: a list to take home."""

from collections.abc import Callable
from queue import Empty, SimpleQueue

import structlog
from PIL.Image import Image

from hardware.ports import PrintResult, TicketPrinter, Verdict
from kiosk.printer_watch import PrinterWatch

Draw = Callable[[], Image]
"""Draws a sheet, in the thread that prints it."""

Told = Callable[[PrintResult], None]
"""Hears of one sheet what became of it."""


class LooseSheets:
    """Each is tried once: its visitor stands there, has it as a code, and may print it again."""

    def __init__(self) -> None:
        self._to_print: SimpleQueue[tuple[Draw, Told]] = SimpleQueue()
        self._verdicts: SimpleQueue[tuple[Told, PrintResult]] = SimpleQueue()

    def put(self, draw: Draw, told: Told) -> None:
        """Let the sheet be printed after the tickets; `told` hears what became of it."""
        self._to_print.put((draw, told))

    def print_next(self, printer: TicketPrinter, watch: PrinterWatch) -> bool:
        """Print the next one; return whether there was one."""
        try:
            draw, told = self._to_print.get_nowait()
        except Empty:
            return False
        result = _printed(draw, printer)
        watch.printed(result)
        self._verdicts.put((told, result))
        return True

    def drain(self) -> None:
        """Tell what became of them since the last time, in the thread that asks."""
        while True:
            try:
                told, result = self._verdicts.get_nowait()
            except Empty:
                return
            told(result)


def _printed(draw: Draw, printer: TicketPrinter) -> PrintResult:
    log = structlog.get_logger()
    try:
        picture = draw()
    except Exception:  # whatever a pack lacks, the next ticket is printed
        log.exception("list_not_drawn")
        return PrintResult(Verdict.NOT_PRINTED)
    try:
        result = printer.print(picture)
    except Exception:  # nobody knows how far it came
        log.exception("print_failed")
        return PrintResult(Verdict.UNKNOWN)
    log.info("list_printed", verdict=result.verdict, troubles=sorted(map(str, result.troubles)))
    return result
