"""What the project asks of a device. Drivers implement these; nothing else knows them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from PIL.Image import Image


class DeviceError(Exception):
    """A device cannot be opened or used: unplugged, jammed, or of the wrong kind."""


class Verdict(StrEnum):
    """What is known of a print after it was tried. "No error" proves nothing."""

    PRINTED = "printed"
    """The printer acknowledged the end of this very job."""

    NOT_PRINTED = "not_printed"
    """Nothing was put on paper: it may be tried again by itself."""

    HELD = "held"
    """The printer stopped in the middle and may still finish when somebody helps it."""

    UNKNOWN = "unknown"
    """It may or may not be on paper. Never tried again without the word "copy"."""


class Trouble(StrEnum):
    """What keeps a printer from printing, or soon will."""

    PAPER_LOW = "paper_low"
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    CUTTER = "cutter"
    UNRECOVERABLE = "unrecoverable"
    OFFLINE = "offline"
    """It does not answer."""


@dataclass(frozen=True, slots=True)
class PrintResult:
    """The verdict of one print, and the troubles that were seen during it."""

    verdict: Verdict
    troubles: frozenset[Trouble] = frozenset()


@dataclass(frozen=True, slots=True)
class PrinterProfile:
    """What a model of printer can do."""

    name: str
    dots: int
    """Printable width, in dots."""

    dpi: int
    is_cutting: bool = True
    is_acknowledging: bool = True
    """Whether it answers `GS ( H` function 48; otherwise `GS r 1` is asked for."""


class TicketPrinter(Protocol):
    """Prints tickets, one picture each."""

    @property
    def profile(self) -> PrinterProfile:
        """What it can do: the picture must be `profile.dots` wide."""

    def print(self, picture: Image) -> PrintResult:
        """Print a 1-bit picture, cut, and tell what became of it. Raises nothing."""

    def troubles(self) -> frozenset[Trouble]:
        """Ask the printer how it is. Raises nothing: no answer is `OFFLINE`."""


@dataclass(frozen=True, slots=True)
class Pcm:
    """Sound: mono, signed 16-bit little-endian samples."""

    samples: bytes
    rate: int
    """Samples per second."""

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.samples) / 2 / self.rate


class Speaker(Protocol):
    """Plays the hall's announcements, one at a time."""

    def play(self, sound: Pcm, name: str) -> None:
        """Play the sound and return when it is over, or raise `DeviceError`.

        The name says what it is, for logs and for virtual speakers' files.
        """

    def stop(self) -> None:
        """Fall silent at once; a `play` under way returns."""
