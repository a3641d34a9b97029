"""How patient the kiosk is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Waits:
    """How long the kiosk waits, in ticks of one second."""

    idle: int = 60
    """Without a touch, before the kiosk is free for the next visitor."""

    warning: int = 20
    """So long before, it asks whether the visitor is still there."""

    ticket: int = 20
    """A ticket stays on the screen."""

    number_only: int = 45
    """The same without paper: time to write the number down."""

    outage: int = 4
    """The controller may be away so long without anybody being told."""
