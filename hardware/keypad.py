"""A keypad with tactile keys: to the computer it is one more USB keyboard.

Such keypads, made for kiosks, send ordinary key codes, which their maker's program sets. Keys are
named here and known by their usages on the keyboard page of USB's HID Usage Tables (§10), which
say where a key lies and not what is printed on it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

USAGES: Mapping[str, int] = MappingProxyType(
    {
        "escape": 41,
        "tab": 43,
        "space": 44,
        **{f"f{number}": 57 + number for number in range(1, 13)},
        "insert": 73,
        "home": 74,
        "page_up": 75,
        "end": 77,
        "page_down": 78,
        "right": 79,
        "left": 80,
        "down": 81,
        "up": 82,
        "keypad_plus": 87,
        "keypad_minus": 86,
        **{f"keypad_{number}": 88 + number for number in range(1, 10)},
        "keypad_0": 98,
        **{f"f{number}": 91 + number for number in range(13, 25)},
        "mute": 127,
        "volume_up": 128,
        "volume_down": 129,
    }
)
"""The keys that may be chosen: none of those that a scanner types (`hardware.wedge`)."""


class Key(StrEnum):
    """What a key of the keypad means."""

    PREVIOUS = "previous"
    NEXT = "next"
    CHOOSE = "choose"
    REPEAT = "repeat"
    """Says it again, and stops what is being said."""

    LOUDER = "louder"
    SOFTER = "softer"
    PLUGGED = "plugged"
    """The headphones were put in."""

    UNPLUGGED = "unplugged"


@dataclass(frozen=True, slots=True)
class Press:
    """A key that was pressed."""

    key: Key
    has_cut: bool = False
    """Whether it cut what was being said: then `Key.REPEAT` has done its work."""
