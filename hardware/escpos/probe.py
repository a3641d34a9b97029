"""Finds out what a printer can do, by asking it everything and by what comes out of it."""

from collections.abc import Callable

from PIL import Image, ImageDraw, ImageFont

from hardware.escpos.answers import (
    Answer,
    FullStatus,
    Identity,
    ProcessDone,
    Pushed,
    RealTime,
    Transmitted,
)
from hardware.escpos.commands import BAND, PUSH_STATUS, raster
from hardware.escpos.connection import Connect
from hardware.escpos.conversation import Clock, Conversation, PrinterStoppedError
from hardware.ports import (
    Acknowledgement,
    DeviceError,
    Dialect,
    Findings,
    new_process,
)

SILENCE = 0.7
"""Seconds without an answer, for a printer to be taken to have none."""

TIME_TO_PRINT = 10.0

WIDTHS = (384, 432, 512, 576, 640, 832)
"""Dots of the heads of ticket printers: 58 mm, 72 mm at 180 dpi, 80 mm, 82.5 mm, 112 mm."""

_STEP = 40


class Probe:
    """Asks a printer at an address. Each call opens a connection."""

    def __init__(self, connect: Connect, clock: Clock) -> None:
        self._connect, self._clock = connect, clock

    def ask(self) -> Findings:
        """Return what it answers. A printer that does not know the last question prints it."""
        talk = self._open(Dialect.EPSON)
        try:
            return self._asked(talk)
        except OSError as error:
            raise DeviceError(f"the printer broke off: {error}") from error
        finally:
            talk.close()

    def _open(self, dialect: Dialect) -> Conversation:
        try:
            return Conversation(self._connect(), self._clock, dialect)
        except OSError as error:
            raise DeviceError(f"the printer is not reached: {error}") from error

    def _asked(self, talk: Conversation) -> Findings:
        talk.give(bytes(BAND * (WIDTHS[-1] // 8)), TIME_TO_PRINT)  # whatever it still waits for
        is_epson = all(_heard(talk, bytes((0x10, 0x04, n)), RealTime) for n in (1, 2, 3, 4))
        is_custom = bool(_heard(talk, b"\x10\x04\x14", FullStatus))
        return Findings(
            dialect=Dialect.CUSTOM if is_custom else Dialect.EPSON if is_epson else None,
            is_pushing=bool(_heard(talk, b"\x1b@" + PUSH_STATUS, Pushed)),
            maker=_name(talk, 66),
            model=_name(talk, 67),
            acknowledgement=_acknowledgement(talk),
        )

    def print_ruler(self, findings: Findings) -> bool:
        """Print the ruler, and cut. Return whether the printer said that it is done."""
        talk = self._open(Dialect.EPSON)
        end, is_end = _end(findings.acknowledgement)
        job = b"\x1b@" + raster(ruler()) + b"\x1bd\x05" + b"\x1dVB\x00" + end
        try:
            if is_end is None:
                talk.give(job, TIME_TO_PRINT)
            else:
                talk.say(job, is_end, TIME_TO_PRINT)
        except (OSError, PrinterStoppedError):
            return False
        finally:
            talk.close()
        return is_end is not None


def ruler() -> Image.Image:
    """Return a bar for each width there is, its number before its end.

    The last number whose bar still ends with a thick mark tells how many dots the head has.
    """
    picture = Image.new("1", (WIDTHS[-1], _STEP * len(WIDTHS)), 255)
    draw, font = ImageDraw.Draw(picture), ImageFont.load_default(24)
    for row, width in enumerate(WIDTHS):
        top = row * _STEP
        draw.line((0, top + 34, width - 1, top + 34), fill=0, width=2)
        draw.rectangle((width - 8, top + 4, width - 1, top + 36), fill=0)
        draw.text((width - 14, top + 4), str(width), fill=0, font=font, anchor="ra")
    return picture


def _heard(talk: Conversation, question: bytes, kind: type[Answer]) -> list[Answer]:
    answers = talk.question(question, SILENCE)
    return [answer for answer in answers if isinstance(answer, kind)]


def _name(talk: Conversation, part: int) -> str:
    """Return what it says of itself (`GS I`). Copies of printers lie here."""
    for answer in _heard(talk, bytes((0x1D, 0x49, part)), Identity):
        if isinstance(answer, Identity):
            return answer.text.decode("ascii", "replace")
    return ""


def _acknowledgement(talk: Conversation) -> Acknowledgement:
    is_telling_paper = bool(_heard(talk, b"\x1dr\x01", Transmitted))
    process = new_process().encode()
    done = _heard(talk, b"\x1d(H\x06\x00\x30\x30" + process, ProcessDone)
    if ProcessDone(process) in done:
        return Acknowledgement.PROCESS
    return Acknowledgement.PAPER if is_telling_paper else Acknowledgement.NONE


def _end(way: Acknowledgement) -> tuple[bytes, Callable[[Answer], bool] | None]:
    match way:
        case Acknowledgement.PROCESS:
            process = new_process().encode()
            done = ProcessDone(process)
            return b"\x1d(H\x06\x00\x30\x30" + process, lambda answer: answer == done
        case Acknowledgement.PAPER:
            return b"\x1dr\x01", lambda answer: isinstance(answer, Transmitted)
        case Acknowledgement.NONE:
            return b"", None
