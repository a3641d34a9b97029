"""What a printer says, told apart byte by byte.

A printer answers questions and pushes its status on the same wire, in no fixed order;
fixed bits say which is which (Epson, "Transmission status identification").
"""

from dataclasses import dataclass

from hardware.ports import Trouble


@dataclass(frozen=True, slots=True)
class RealTime:
    """The answer to `DLE EOT n`: one byte, `0xx1xx10`."""

    value: int


@dataclass(frozen=True, slots=True)
class Pushed:
    """The automatic status of `GS a`: four bytes, the first `0xx1xx00`."""

    value: bytes


@dataclass(frozen=True, slots=True)
class ProcessDone:
    """The answer to `GS ( H` function 48: the process of that number is on paper."""

    process: bytes


@dataclass(frozen=True, slots=True)
class Transmitted:
    """The answer to `GS r n`, which stood in line with the data: one byte, `0xx0xxxx`."""

    value: int


@dataclass(frozen=True, slots=True)
class FullStatus:
    """Custom's answer to `DLE EOT 20`: `10 0F`, then paper, user, and two kinds of errors."""

    value: bytes


@dataclass(frozen=True, slots=True)
class Identity:
    """The answer to `GS I n`: what the printer calls itself."""

    text: bytes


Answer = RealTime | Pushed | ProcessDone | Transmitted | FullStatus | Identity

_BLOCK_STARTS = frozenset(b"\x37\x3b\x3d\x5f")
_PROCESS_DONE = b"\x37\x22"
_IDENTITY = b"\x5f"
_FULL_STATUS = b"\x10\x0f"
"""No pushed status begins so: the lower bits of its second byte are always 0."""

TICKET_HELD_OUT = 0x20
"""The bit of a full status' paper byte for a ticket that hangs out of the printer."""


class AnswerReader:
    """Cuts the stream of a printer's bytes into answers, across any pieces."""

    def __init__(self) -> None:
        self._block = bytearray()
        self._push = bytearray()

    def feed(self, data: bytes) -> list[Answer]:
        """Take bytes in and return the answers that they complete."""
        answers = (self._take(byte) for byte in data)
        return [answer for answer in answers if answer is not None]

    def _take(self, byte: int) -> Answer | None:
        if self._push.startswith(_FULL_STATUS):
            return self._take_full(byte)
        if self._block or byte in _BLOCK_STARTS:
            return self._take_block(byte)
        if byte & 0x93 == 0x12:
            return RealTime(byte)
        if byte & 0x93 == 0x10:
            self._push[:] = [byte]
            return None
        if byte & 0x90:
            return None  # XON, XOFF, or nothing that a printer says
        return self._take_plain(byte)

    def _take_block(self, byte: int) -> Answer | None:
        self._block.append(byte)
        if byte:
            return None
        block = bytes(self._block)
        self._block.clear()
        if block.startswith(_IDENTITY):
            return Identity(block[1:-1])
        return ProcessDone(block[2:-1]) if block.startswith(_PROCESS_DONE) else None

    def _take_full(self, byte: int) -> Answer | None:
        """Any byte may be one of its last four."""
        self._push.append(byte)
        if len(self._push) < 6:
            return None
        status = FullStatus(bytes(self._push[2:]))
        self._push.clear()
        return status

    def _take_plain(self, byte: int) -> Answer | None:
        if not self._push:
            return Transmitted(byte)
        self._push.append(byte)
        if len(self._push) < 4:
            return None
        push = bytes(self._push)
        self._push.clear()
        return Pushed(push)


def real_time_troubles(question: int, value: int) -> frozenset[Trouble]:
    """Read the answer to `DLE EOT question`, 1 to 4."""
    signs: dict[int, tuple[tuple[int, Trouble], ...]] = {
        1: ((0x08, Trouble.OFFLINE),),
        2: ((0x04, Trouble.COVER_OPEN), (0x20, Trouble.PAPER_OUT)),
        3: ((0x08, Trouble.CUTTER), (0x20, Trouble.UNRECOVERABLE), (0x40, Trouble.HOT)),
        4: ((0x0C, Trouble.PAPER_LOW), (0x60, Trouble.PAPER_OUT)),
    }
    return frozenset(trouble for mask, trouble in signs[question] if value & mask)


def pushed_troubles(push: bytes) -> frozenset[Trouble]:
    """Read an automatic status of four bytes."""
    signs = (
        (0, 0x20, Trouble.COVER_OPEN),
        (1, 0x08, Trouble.CUTTER),
        (1, 0x20, Trouble.UNRECOVERABLE),
        (1, 0x40, Trouble.HOT),
        (2, 0x03, Trouble.PAPER_LOW),
        (2, 0x0C, Trouble.PAPER_OUT),
    )
    return _signed(push, signs)


def full_status_troubles(status: bytes) -> frozenset[Trouble]:
    """Read the last four bytes of the answer to `DLE EOT 20` (Custom, KPM150 and KPM300)."""
    signs = (
        (0, 0x01, Trouble.PAPER_OUT),
        (0, 0x04, Trouble.PAPER_LOW),
        (1, 0x03, Trouble.COVER_OPEN),
        (2, 0x09, Trouble.HOT),
        (2, 0x40, Trouble.JAM),
        (3, 0x01, Trouble.CUTTER),
        (3, 0x02, Trouble.COVER_OPEN),
        (3, 0x0C, Trouble.UNRECOVERABLE),
    )
    return _signed(status, signs)


def _signed(status: bytes, signs: tuple[tuple[int, int, Trouble], ...]) -> frozenset[Trouble]:
    return frozenset(trouble for place, mask, trouble in signs if status[place] & mask)
