"""What the kiosk knows of its printer."""

import structlog

from hardware.ports import PrintResult, Trouble, Verdict

HARMLESS = frozenset({Trouble.PAPER_LOW})
"""Troubles that a printer still prints with."""


class PrinterWatch:
    """Remembers how the printer was seen last, and logs each change once."""

    def __init__(self, printer: str) -> None:
        self._printer = printer
        self._seen: frozenset[Trouble] | None = None

    @property
    def troubles(self) -> frozenset[Trouble] | None:
        """How the printer was seen last; nothing before it was seen at all."""
        return self._seen

    @property
    def is_ready(self) -> bool:
        """Whether the printer printed, or said that it can, when it was seen last."""
        return self._seen is not None and self._seen <= HARMLESS

    def looked(self, troubles: frozenset[Trouble]) -> None:
        """Take note of how the printer says that it is."""
        self._see(troubles)

    def printed(self, result: PrintResult) -> None:
        """Take note of a print. One that came to nothing without a trouble tells nothing new."""
        if result.verdict is Verdict.PRINTED or result.troubles:
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
