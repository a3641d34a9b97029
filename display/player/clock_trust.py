"""What a screen's time is worth, and where it has it from. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from media.playlist.schedule import ClockTrust

_SLACK = timedelta(seconds=5)
"""A battery's clock is read in whole seconds, and is set when the machine is switched off."""


@dataclass(frozen=True, slots=True)
class ClockFacts:
    """What can be known of a machine's clock."""

    now: datetime
    """The machine's own time, aware."""

    has_heard: bool
    """Whether the controller has told the hall's time since the program began."""

    is_synchronised: bool
    """Whether the kernel's clock is kept right by a server of time (adjtimex(2))."""

    battery: datetime | None = None
    """What the clock with a battery shows; nothing where there is none."""

    past: datetime | None = None
    """A moment that has certainly been, such as that of the last publishing."""


def clock_trust(facts: ClockFacts) -> ClockTrust:
    """Return where the time comes from; `NONE` while it is a guess.

    The controller's word is the hall's time. Without it, the machine's own is worth something
    when it is kept by a server of time, or was read from a clock with a battery; never when it
    shows a time before one that has been: batteries run out, and begin again in 1970.
    """
    if facts.has_heard:
        return ClockTrust.CONTROLLER
    if facts.past is not None and facts.now < facts.past:
        return ClockTrust.NONE
    if facts.is_synchronised:
        return ClockTrust.NTP
    if facts.battery is not None and abs(facts.battery - facts.now) <= _SLACK:
        return ClockTrust.RTC
    return ClockTrust.NONE
