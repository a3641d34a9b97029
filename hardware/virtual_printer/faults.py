"""The words in which a virtual printer is told to fail, and to get well again."""

from dataclasses import dataclass
from typing import Any

from hardware.control import BadOrderError
from hardware.virtual_printer.status import Paper

USAGE = """\
paper ok|low|out [after ROWS]      the roll; out after ROWS more rows of dots
cover open|closed [after ROWS]     the cover
knife jammed|free [after ROWS]     the knife, now
knife jams                         the knife, at the next cut
knife takes SECONDS                for each cut
broken yes|no [after ROWS]         an error that only a technician ends
head hot|cool [after ROWS]         the head, which must cool down
jam yes|no [after ROWS]            paper that is stuck on its way out
button pressed|released            somebody feeds paper by hand
ticket taken                       out of the presenter
reset after BYTES                  reset the connection when so many bytes came in
leave after BYTES                  end it politely then, without an answer
hang after BYTES                   stop for ever when so many bytes came in
second queued|refused              a second client: it waits, or is refused
mute on|off                        say nothing
acknowledge on|off                 answer GS ( H or not
speed MM                           millimetres of paper in a second
power off|on                       off: the buffer is lost, the paper torn, nobody listens
heal                               end every fault; the power is on
state                              tell how it is, as JSON
"""


@dataclass(frozen=True, slots=True)
class Change:
    """A field of the printer's condition takes a value, after so many rows more."""

    field: str
    value: Any
    after: int = 0


@dataclass(frozen=True, slots=True)
class KnifeJams:
    """At the next cut."""


@dataclass(frozen=True, slots=True)
class KnifeTakes:
    """Seconds for each cut."""

    seconds: float


@dataclass(frozen=True, slots=True)
class ResetAfter:
    """So many bytes more, and the connection is reset."""

    bytes: int


@dataclass(frozen=True, slots=True)
class LeaveAfter:
    """So many bytes more, and the connection is ended, whatever was asked."""

    bytes: int


@dataclass(frozen=True, slots=True)
class RefuseSecond:
    """Whether a second client is turned away."""

    is_on: bool


@dataclass(frozen=True, slots=True)
class HangAfter:
    """So many bytes more, and nothing is taken or said any more."""

    bytes: int


@dataclass(frozen=True, slots=True)
class Mute:
    """Whether it says nothing."""

    is_on: bool


@dataclass(frozen=True, slots=True)
class Acknowledge:
    """Whether it answers `GS ( H`."""

    is_on: bool


@dataclass(frozen=True, slots=True)
class Speed:
    """Millimetres in a second."""

    speed: float


@dataclass(frozen=True, slots=True)
class Power:
    """Off, it forgets everything, and nobody listens."""

    is_on: bool


@dataclass(frozen=True, slots=True)
class Heal:
    """End every fault."""


@dataclass(frozen=True, slots=True)
class TellState:
    """Tell how it is, as JSON."""


Order = (
    Change
    | KnifeJams
    | KnifeTakes
    | ResetAfter
    | LeaveAfter
    | RefuseSecond
    | HangAfter
    | Mute
    | Acknowledge
    | Speed
    | Power
    | Heal
    | TellState
)


def read_order(line: str) -> Order:
    """Return the order that a line holds, or raise `BadOrderError`."""
    words = line.split()
    try:
        order = _change(words) or _count(words) or _switch(words) or _word(words)
    except ValueError:
        order = None
    if order is None:
        raise BadOrderError(f"not an order: {line.strip()!r}")
    return order


def _change(words: list[str]) -> Order | None:
    match words:
        case [*start, "after", rows] if len(start) == 2:
            after = _natural(rows)
        case _:
            start, after = words, 0
    match start:
        case ["paper", state]:
            return Change("paper", Paper(state), after)
        case ["cover", ("open" | "closed") as state]:
            return Change("is_cover_open", state == "open", after)
        case ["knife", ("jammed" | "free") as state]:
            return Change("is_knife_jammed", state == "jammed", after)
        case ["broken", ("yes" | "no") as state]:
            return Change("is_broken", state == "yes", after)
    return _further_change(start, after)


def _further_change(words: list[str], after: int) -> Order | None:
    match words:
        case ["head", ("hot" | "cool") as state]:
            return Change("is_head_hot", state == "hot", after)
        case ["jam", ("yes" | "no") as state]:
            return Change("is_jammed", state == "yes", after)
        case ["button", ("pressed" | "released") as state]:
            return Change("is_button_pressed", state == "pressed", after)
        case ["ticket", "taken"]:
            return Change("is_ticket_held_out", value=False, after=after)
    return None


def _count(words: list[str]) -> Order | None:
    match words:
        case ["reset", "after", count]:
            return ResetAfter(_natural(count))
        case ["leave", "after", count]:
            return LeaveAfter(_natural(count))
        case ["hang", "after", count]:
            return HangAfter(_natural(count))
        case ["speed", speed]:
            return Speed(_positive(speed))
        case ["knife", "takes", seconds]:
            return KnifeTakes(_positive(seconds))
    return None


def _switch(words: list[str]) -> Order | None:
    match words:
        case ["mute", ("on" | "off") as state]:
            return Mute(state == "on")
        case ["second", ("queued" | "refused") as state]:
            return RefuseSecond(state == "refused")
        case ["acknowledge", ("on" | "off") as state]:
            return Acknowledge(state == "on")
        case ["power", ("on" | "off") as state]:
            return Power(state == "on")
    return None


def _word(words: list[str]) -> Order | None:
    match words:
        case ["knife", "jams"]:
            return KnifeJams()
        case ["heal"]:
            return Heal()
        case ["state"]:
            return TellState()
    return None


def _natural(word: str) -> int:
    if not word.isascii() or not word.isdigit():
        raise ValueError(word)
    return int(word)


def _positive(word: str) -> float:
    number = float(word)
    if not 0 < number < 1e6:
        raise ValueError(word)
    return number
