"""Tells the controller how the kiosk's printer is, so that the supervisor knows."""

from hardware.ports import Trouble
from wire.link import Link
from wire.messages import PrinterState


class PrinterNews:
    """Says it on every connection, and again at each change."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._told: frozenset[Trouble] | None = None

    def online(self) -> None:
        """Take note that the controller has just come back, and knows nothing."""
        self._told = None

    def pulse(self, troubles: frozenset[Trouble] | None) -> None:
        """Tell of a change since the last time; nothing before the printer was seen at all."""
        if troubles is None or troubles == self._told or not self._link.is_online:
            return
        self._told = troubles
        self._link.tell("printer", PrinterState(tuple(sorted(each.value for each in troubles))))
