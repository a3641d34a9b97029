"""Scanners that type what they read, as a keyboard does, and end each line with Enter.

Such a scanner is called a keyboard wedge: it once was a box between the keyboard and the
computer. It needs no driver. To the kiosk it is a second keyboard, which types an address in one
go; what is here puts the keys together again.
"""

from collections.abc import Mapping
from string import ascii_lowercase
from types import MappingProxyType

MOST = 200
"""Letters of a line, at most; an address with a code has some forty."""

ENTER = frozenset({40, 88})
"""The two keys that end a line."""

LETTERS: Mapping[int, str] = MappingProxyType(
    {4 + place: letter for place, letter in enumerate(ascii_lowercase)}
    | {30 + place: digit for place, digit in enumerate("1234567890")}
    | {45: "-", 51: ":", 55: ".", 56: "/"}
)
"""Keys of an address, by their usages on the keyboard page of USB's HID Usage Tables (§10).

A usage says where a key lies, not what is printed on it. Scanners are set up for a keyboard of
the USA when they leave the factory, and whatever layout the kiosk's system has, these are their
letters. Whether shift is held does not matter: hosts and codes are read in either case.
"""


class Wedge:
    """Puts the keys of a scanner together."""

    def __init__(self) -> None:
        self._line = ""

    def press(self, usage: int) -> str | None:
        """Take a key; return the line that it ends, or nothing when it ends none."""
        if usage in ENTER:
            line, self._line = self._line, ""
            return line or None
        self._line = (self._line + LETTERS.get(usage, ""))[-MOST:]
        return None

    def forget(self) -> None:
        """Drop a line that was begun and not ended: a scanner types in one go."""
        self._line = ""
