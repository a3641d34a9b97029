"""Reads ESC/POS as a printer's firmware does: byte by byte, and never starting over.

A raster command that was broken off swallows what comes next, whichever connection it
comes from; only switching the printer off makes it forget.
"""

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Row:
    """One row of dots, eight to a byte, ink is 1."""

    dots: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """A byte printed as text: with raster tickets, a sign of garbage."""

    code: int


@dataclass(frozen=True, slots=True)
class LineFeed:
    """Blank lines, so many."""

    lines: int


@dataclass(frozen=True, slots=True)
class Cut:
    """`GS V`, in any of its forms."""


@dataclass(frozen=True, slots=True)
class Reset:
    """`ESC @`."""


@dataclass(frozen=True, slots=True)
class PushStatus:
    """`GS a`: which changes are pushed, as a mask; 0 is none."""

    mask: int


@dataclass(frozen=True, slots=True)
class TellPaper:
    """`GS r 1`."""


@dataclass(frozen=True, slots=True)
class TellIdentity:
    """`GS I n`."""

    part: int


@dataclass(frozen=True, slots=True)
class TellDone:
    """`GS ( H` function 48."""

    process: bytes


@dataclass(frozen=True, slots=True)
class Present:
    """The cut ticket is held out: `GS e 3` of Custom, `GS R` of Citizen."""


@dataclass(frozen=True, slots=True)
class Retract:
    """The ticket that is held out is drawn in: `GS e 2`."""


@dataclass(frozen=True, slots=True)
class Eject:
    """The ticket that is held out is pushed out: `GS e 5`."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """Bytes that do nothing: blanks, real-time commands, settings of the text."""


Command = (
    Row
    | Letter
    | LineFeed
    | Cut
    | Reset
    | PushStatus
    | TellPaper
    | TellIdentity
    | TellDone
    | Present
    | Retract
    | Eject
    | Nothing
)

ESC_LENGTHS = MappingProxyType(
    {ord("@"): 2, ord("d"): 3, ord("J"): 3, ord("3"): 3, ord("a"): 3, ord("2"): 2}
)
GS_LENGTHS = MappingProxyType({ord("a"): 3, ord("r"): 3, ord("I"): 3})


WIDEST = 256
"""Bytes of the longest row that is kept; no head has so many dots."""


class Parser:
    """Takes whole commands, and single rows of pictures, from the front of a buffer."""

    def __init__(self, *, has_presenter: bool = False) -> None:
        self._has_presenter = has_presenter
        self._row_length = 0
        self._rows_left = 0
        self._to_skip = 0

    def take(self, buffer: bytearray) -> Command | None:
        """Remove the next command and return it, or nothing while it is not complete."""
        if self._to_skip:
            return self._skip(buffer)
        if self._rows_left:
            return self._row(buffer)
        return self._start(buffer) if buffer else None

    def _start(self, buffer: bytearray) -> Command | None:
        match buffer[0]:
            case 0x10:
                return self._fixed(buffer, 3)
            case 0x1B:
                return self._escape(buffer)
            case 0x1D:
                return self._group(buffer)
        return _plain(_cut_off(buffer, 1)[0])

    def _row(self, buffer: bytearray) -> Command | None:
        """Take a row; of one wider than any paper, the start. Garbage asks for such."""
        taken = min(self._row_length, WIDEST)
        if len(buffer) < taken:
            return None
        self._rows_left -= 1
        self._to_skip = self._row_length - taken
        return Row(_cut_off(buffer, taken))

    def _skip(self, buffer: bytearray) -> Command | None:
        if not buffer:
            return None
        self._to_skip -= len(_cut_off(buffer, min(self._to_skip, len(buffer))))
        return Nothing()

    def _escape(self, buffer: bytearray) -> Command | None:
        if len(buffer) < 2:
            return None
        return self._fixed(buffer, ESC_LENGTHS.get(buffer[1], 2))

    def _group(self, buffer: bytearray) -> Command | None:
        match bytes(buffer[1:2]):
            case b"":
                return None
            case b"v":
                return self._start_picture(buffer)
            case b"(":
                return self._start_block(buffer)
            case b"V":
                long = len(buffer) > 2 and buffer[2] in b"ABab"
                return self._fixed(buffer, 4 if long else 3)
            case b"e" | b"R" if self._has_presenter:
                return self._presenting(buffer)
        return self._fixed(buffer, GS_LENGTHS.get(buffer[1], 2))

    def _presenting(self, buffer: bytearray) -> Command | None:
        """`GS e n [m]` and `GS R n [m]`: only the 3 of the one and the `1` of the other have m."""
        if len(buffer) < 3:
            return None
        has_more = bytes(buffer[1:3]) in {b"e\x03", b"R\x31"}
        return self._fixed(buffer, 4 if has_more else 3)

    def _start_picture(self, buffer: bytearray) -> Command | None:
        """`GS v 0 m xL xH yL yH`: rows follow."""
        if len(buffer) < 8:
            return None
        head = _cut_off(buffer, 8)
        self._row_length = max(1, int.from_bytes(head[4:6], "little"))
        self._rows_left = int.from_bytes(head[6:8], "little")
        return Nothing()

    def _start_block(self, buffer: bytearray) -> Command | None:
        """`GS ( x pL pH ...`: only the process number of `H` is understood."""
        if len(buffer) < 5:
            return None
        length = int.from_bytes(buffer[3:5], "little")
        if buffer[2] != ord("H") or length > WIDEST:
            del buffer[:5]
            self._to_skip = length
            return Nothing()
        if len(buffer) < 5 + length:
            return None
        block = _cut_off(buffer, 5 + length)
        return TellDone(block[7:]) if block[5:7] == b"00" else Nothing()

    def _fixed(self, buffer: bytearray, length: int) -> Command | None:
        if len(buffer) < length:
            return None
        return _understood(_cut_off(buffer, length))


def _understood(command: bytes) -> Command:
    match command[:2], command[-1]:
        case b"\x1b@", _:
            return Reset()
        case b"\x1bd", lines:
            return LineFeed(lines)
        case b"\x1dV", _:
            return Cut()
        case ((b"\x1de" | b"\x1dR"), _):
            return _presented(command)
    return _asked(command)


def _presented(command: bytes) -> Command:
    match command[1:3]:
        case b"e\x03" | b"R\x31":
            return Present()
        case b"e\x02" | b"R\x30":
            return Retract()
        case b"e\x05":
            return Eject()
    return Nothing()


def _asked(command: bytes) -> Command:
    match command[:2], command[-1]:
        case b"\x1da", mask:
            return PushStatus(mask)
        case b"\x1dr", (1 | 49):
            return TellPaper()
        case b"\x1dI", part:
            return TellIdentity(part)
    return Nothing()


def _plain(byte: int) -> Command:
    if byte == 0x0A:
        return LineFeed(1)
    return Letter(byte) if byte >= 0x20 else Nothing()


def _cut_off(buffer: bytearray, length: int) -> bytes:
    head = bytes(buffer[:length])
    del buffer[:length]
    return head
