"""What the kiosk knows of its printer, and how soon it is to look again."""

import structlog

from hardware.ports import PrintResult, Trouble, Verdict

HARMLESS = frozenset({Trouble.PAPER_LOW})
"""Troubles that a printer still prints with."""

HEALTHY_PAUSE = 60.0
"""Seconds between two looks at a printer that nobody waits for."""

SICK_PAUSE = 3.0
"""The same after a ticket that was not printed, while its visitor may still stand there."""

SICK_LOOKS = 15
"""So many looks are soon; then the visitor has gone."""


class PrinterWatch:
    """Remembers how the printer was seen last, and logs each change once."""

    def __init__(self, printer: str) -> None:
        self._printer = printer
        self._seen: frozenset[Trouble] | None = None
        self._soon = 0

    @property
    def is_ready(self) -> bool:
        """Whether the printer printed, or said that it can, when it was seen last."""
        return self._seen is not None and self._seen <= HARMLESS

    @property
    def pause(self) -> float:
        """Seconds until the next look, if nothing is printed before."""
        return SICK_PAUSE if self._soon else HEALTHY_PAUSE

    def looked(self, troubles: frozenset[Trouble]) -> None:
        """Take note of how the printer says that it is."""
        self._soon = max(0, self._soon - 1)
        self._see(troubles)

    def printed(self, result: PrintResult) -> None:
        """Take note of a print. One that came to nothing without a trouble tells nothing new."""
        is_printed = result.verdict is Verdict.PRINTED
        self._soon = 0 if is_printed else SICK_LOOKS
        if is_printed or result.troubles:
            self._see(result.troubles)

    def _see(self, troubles: frozenset[Trouble]) -> None:
        if troubles == self._seen:
            return
        self._seen = troubles
        log = structlog.get_logger().bind(printer=self._printer)
        if troubles:
            log.warning("printer_fault", troubles=sorted(map(str, troubles)))
        else:
            log.info("printer_ready")
