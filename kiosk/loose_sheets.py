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


class LooseSheets:
    """Each is tried once: its visitor stands there, has it as a code, and may print it again."""

    def __init__(self) -> None:
        self._to_print: SimpleQueue[Draw] = SimpleQueue()
        self._verdicts: SimpleQueue[PrintResult] = SimpleQueue()

    def put(self, draw: Draw) -> None:
        """Let the sheet be printed after the tickets."""
        self._to_print.put(draw)

    def print_next(self, printer: TicketPrinter, watch: PrinterWatch) -> bool:
        """Print the next one; return whether there was one."""
        try:
            draw = self._to_print.get_nowait()
        except Empty:
            return False
        result = _printed(draw, printer)
        watch.printed(result)
        self._verdicts.put(result)
        return True

    def drain(self, told: Told) -> None:
        """Tell what became of them since the last time."""
        while True:
            try:
                told(self._verdicts.get_nowait())
            except Empty:
                return


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
