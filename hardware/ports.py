"""What the project asks of a device. Drivers implement these; nothing else knows them."""

import secrets
import string
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Protocol

from annotated_types import Ge, Gt, Le, Predicate
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
    JAM = "jam"
    """Paper is stuck on its way out."""

    HOT = "hot"
    """The head must cool down, or its power is too weak; it goes on by itself."""

    UNRECOVERABLE = "unrecoverable"
    OFFLINE = "offline"
    """It does not answer."""


@dataclass(frozen=True, slots=True)
class PrintResult:
    """The verdict of one print, and the troubles that were seen during it."""

    verdict: Verdict
    troubles: frozenset[Trouble] = frozenset()


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a job that was held."""

    process: str
    verdict: Verdict
    """`PRINTED`, or `UNKNOWN` when it was lost from sight."""


def new_process() -> str:
    """Return a number for a job that no earlier job's late answer can bear by chance."""
    letters = string.ascii_letters + string.digits
    return "".join(secrets.choice(letters) for _ in range(4))


class Acknowledgement(StrEnum):
    """By what a printer says that a ticket is done."""

    PROCESS = "process"
    """It answers `GS ( H` function 48, which bears the ticket's own process number."""

    PAPER = "paper"
    """It answers `GS r 1`, a question that stands in line behind the ticket."""

    NONE = "none"
    """It says nothing: no more is ever known than that it took the ticket."""


class Dialect(StrEnum):
    """The language in which a printer is asked how it is."""

    EPSON = "epson"
    """`DLE EOT 1` to `4`, one byte each, and what `GS a` pushes."""

    CUSTOM = "custom"
    """`DLE EOT 20`, six bytes, of the presenter printers of Custom S.p.A."""


def is_hex(text: str) -> bool:
    """Return whether the text is bytes in hexadecimal, as in `1d 56 42 00`."""
    try:
        bytes.fromhex(text)
    except ValueError:
        return False
    return True


Hex = Annotated[str, Predicate(is_hex)]
"""A command in hexadecimal: the way in which manuals print them."""


@dataclass(frozen=True, slots=True)
class Presenter:
    """The part of a printer that holds a ticket out, and can draw it in again."""

    present: Hex = ""
    """Sent behind the cut."""

    retract: Hex = ""
    """Sent when nobody took the ticket. Empty for a printer that does so by itself."""

    retract_after: Annotated[float, Gt(0)] = 60.0
    """Seconds."""


@dataclass(frozen=True, slots=True)
class PrinterProfile:
    """What a model of printer can do."""

    name: str
    dots: Annotated[int, Ge(128), Le(2048)]
    """Printable width, in dots."""

    dpi: Annotated[int, Ge(100), Le(600)]
    is_cutting: bool = True
    cut: Hex = "1d 56 42 00"
    """By default `GS V 66 0`: feed to the knife and cut."""

    acknowledgement: Acknowledgement = Acknowledgement.PROCESS
    dialect: Dialect = Dialect.EPSON
    has_low_paper_sensor: bool = True
    """Without one "plenty of paper" means nothing; some printers then say that it is low."""

    presenter: Presenter | None = None

    @property
    def is_bearing_process(self) -> bool:
        """Whether its answers bear the ticket's process number."""
        return self.acknowledgement is Acknowledgement.PROCESS


@dataclass(frozen=True, slots=True)
class Findings:
    """What a printer that was asked everything has answered."""

    dialect: Dialect | None
    """Nothing for a printer that says nothing of how it is."""

    is_pushing: bool
    """Whether it tells of changes unasked."""

    acknowledgement: Acknowledgement
    maker: str = ""
    model: str = ""
    """What it calls itself, which need not be true."""

    @property
    def is_mute(self) -> bool:
        """Whether nothing can be known of what becomes of a ticket."""
        return self.dialect is None or self.acknowledgement is Acknowledgement.NONE

    def profile(self, name: str, dots: int, *, is_cutting: bool) -> PrinterProfile:
        """Return the profile of such a printer, with what only people could see."""
        presenter = Presenter("1d 65 03 0c", "1d 65 02") if self.dialect is Dialect.CUSTOM else None
        return PrinterProfile(
            name,
            dots,
            180 if dots == 512 else 203,
            is_cutting=is_cutting,
            acknowledgement=Acknowledgement.NONE if self.is_mute else self.acknowledgement,
            dialect=self.dialect or Dialect.EPSON,
            presenter=presenter,
        )


class PrinterProbe(Protocol):
    """Finds out what a printer can do. Everything here raises `DeviceError`."""

    def ask(self) -> Findings:
        """Ask it everything. A printer that does not know the last question prints it."""

    def print_ruler(self, findings: Findings) -> bool:
        """Print a ruler and cut; return whether the printer said that it is done."""


class TicketPrinter(Protocol):
    """Prints tickets, one picture each."""

    @property
    def profile(self) -> PrinterProfile:
        """What it can do: the picture must be `profile.dots` wide."""

    def print(self, picture: Image, process: str | None = None) -> PrintResult:
        """Print a 1-bit picture, cut, and tell what became of it. Raises nothing.

        `process` is the job's number, four letters or digits; without it the printer makes one.
        """

    def settled(self) -> tuple[Settled, ...]:
        """Return what became of jobs that were `HELD`, each once. Raises nothing."""

    def troubles(self) -> frozenset[Trouble]:
        """Ask the printer how it is. Raises nothing: no answer is `OFFLINE`."""

    def watch(self, seconds: float) -> frozenset[Trouble]:
        """Listen to the idle printer for so long at most, and tell how it is now.

        Returns as soon as the printer tells of a change. Raises nothing.
        """

    def close(self) -> None:
        """Let go of the printer, which may have one client only; the next call takes it again."""

    def distrust(self) -> None:
        """Take it that an earlier program was ended in the middle of a ticket.

        What hangs there of it is cut off before the next one.
        """


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

    def play(self, sound: Pcm, name: str, then: Iterable[Pcm] = ()) -> None:
        """Play the sound at once, and return when it is over, or raise `DeviceError`.

        What is to be heard right after it need not be there yet: each part of `then` is asked
        for while the one before is heard, and followed by silence where it is not there in
        time. The name says what it is, for logs and for virtual speakers' files.
        """

    def stop(self) -> None:
        """Fall silent at once; a `play` under way returns."""


class ScreenPower(Protocol):
    """Gives a screen its light."""

    def turn(self, *, is_on: bool) -> None:
        """Switch it on or off; asked again for what is so already, do nothing harmful.

        Takes seconds; raises `DeviceError`.
        """
