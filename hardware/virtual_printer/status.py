"""How a printer is, and the bytes that say so (Epson, `DLE EOT`, `GS a`, `GS r`)."""

from dataclasses import dataclass
from enum import StrEnum

FIXED = 0x12
"""Bits 1 and 4 are always set in a real-time answer: nothing else looks so."""


class Paper(StrEnum):
    """What the sensors see of the roll."""

    OK = "ok"
    LOW = "low"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Condition:
    """What the sensors of a printer see."""

    paper: Paper = Paper.OK
    is_cover_open: bool = False
    is_knife_jammed: bool = False
    is_broken: bool = False
    """An error that only a technician ends."""

    is_head_hot: bool = False
    """It ends by itself."""

    is_jammed: bool = False
    """Paper is stuck on its way out; printers that cannot tell say nothing of it."""

    is_button_pressed: bool = False
    """Somebody feeds paper by the button."""

    is_ticket_held_out: bool = False
    """A presenter holds a ticket that nobody has taken."""

    @property
    def is_online(self) -> bool:
        """Whether it goes on printing."""
        errors = (self.is_knife_jammed, self.is_broken, self.is_head_hot, self.is_jammed)
        hands = (self.is_cover_open, self.is_button_pressed)
        return not any((*errors, *hands)) and self.paper is not Paper.OUT


def real_time(question: int, condition: Condition) -> int:
    """Return the answer to `DLE EOT question`, 1 to 4."""
    is_out = condition.paper is Paper.OUT
    match question:
        case 1:
            button = _bit(0x40, condition.is_button_pressed)
            return FIXED | 0x04 | button | _bit(0x08, not condition.is_online)
        case 2:
            is_error = condition.is_knife_jammed or condition.is_broken or condition.is_head_hot
            cause = _bit(0x04, condition.is_cover_open) | _bit(0x20, is_out)
            cause |= _bit(0x08, condition.is_button_pressed)
            return FIXED | cause | _bit(0x40, is_error)
        case 3:
            return FIXED | _error_bits(condition)
        case _:
            return FIXED | _bit(0x0C, condition.paper is not Paper.OK) | _bit(0x60, is_out)


def pushed(condition: Condition) -> bytes:
    """Return the automatic status: four bytes."""
    first = 0x14 | _bit(0x08, not condition.is_online) | _bit(0x20, condition.is_cover_open)
    first |= _bit(0x40, condition.is_button_pressed)
    return bytes((first, _error_bits(condition), paper(condition), 0x0F))


def full(condition: Condition) -> bytes:
    """Return Custom's answer to `DLE EOT 20`: six bytes."""
    is_out = condition.paper is Paper.OUT
    roll = _bit(0x01, is_out) | _bit(0x04, condition.paper is not Paper.OK)
    roll |= _bit(0x20, condition.is_ticket_held_out)
    user = _bit(0x02, condition.is_cover_open) | _bit(0x20, condition.is_button_pressed)
    passing = _bit(0x01, condition.is_head_hot) | _bit(0x40, condition.is_jammed)
    lasting = _bit(0x01, condition.is_knife_jammed) | _bit(0x08, condition.is_broken)
    return bytes((0x10, 0x0F, roll, user, passing, lasting))


def _error_bits(condition: Condition) -> int:
    errors = _bit(0x08, condition.is_knife_jammed) | _bit(0x20, condition.is_broken)
    return errors | _bit(0x40, condition.is_head_hot)


def paper(condition: Condition) -> int:
    """Return the answer to `GS r 1`."""
    low = _bit(0x03, condition.paper is not Paper.OK)
    return low | _bit(0x0C, condition.paper is Paper.OUT)


def _bit(bit: int, is_set: bool) -> int:  # noqa: FBT001  # a bit is what it is
    return bit if is_set else 0
