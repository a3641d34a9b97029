"""A `TicketPrinter` for ESC/POS printers that tells the truth about each ticket.

That no error was raised proves nothing: the kernel takes a whole ticket for a printer
that is switched off. So a ticket counts as printed only when the printer says, at its
end, that this very job is done.
"""

import logging
import time
from dataclasses import dataclass, replace
from threading import Lock

from PIL import Image

from hardware.escpos.answers import Answer
from hardware.escpos.commands import Job, resync_job, ticket_job
from hardware.escpos.connection import Connect
from hardware.escpos.conversation import Clock, Conversation, PrinterStoppedError
from hardware.escpos.vigil import Vigil
from hardware.ports import (
    Acknowledgement,
    PrinterProfile,
    PrintResult,
    Settled,
    Trouble,
    Verdict,
    new_process,
)

_OFFLINE = frozenset({Trouble.OFFLINE})


@dataclass(frozen=True, slots=True)
class Patience:
    """How long the driver waits, in seconds."""

    answer: float = 1.5
    """For the answer to a question that needs no printing."""

    job: float = 10.0
    """For a ticket to be printed: 30 cm at the slowest printer's 50 mm/s, and some."""

    resync: float = 5.0
    """For a printer to get over a broken job."""

    hand_over: float = 0.5
    """For the kernel to take what a stopped printer does not."""

    silence: float = 0.3
    """Without another word from the printer, for it to have said all."""

    late: float = 1.0
    """As `silence`, after a broken job of a printer whose answers bear no number: the
    answer to that job may come first, and its cut takes a while."""


@dataclass(frozen=True, slots=True)
class _Held:
    """A job that the printer stopped in; closing its connection would throw it away."""

    talk: Conversation
    job: Job
    process: str


class EscposPrinter:
    """A printer behind a connection: one for each ticket, or that of the watch before it.

    Calls from several threads wait for one another. Each ends within its deadlines.
    Of a printer that `is_answering` not, no more is known than that it took a ticket:
    the verdict is then `UNKNOWN`.
    """

    def __init__(
        self,
        connect: Connect,
        profile: PrinterProfile,
        patience: Patience | None = None,
        clock: Clock = time.monotonic,
        *,
        is_answering: bool = True,
    ) -> None:
        self._connect = connect
        self._profile = profile
        self._patience = patience or Patience()
        self._clock = clock
        self._is_answering = is_answering and profile.acknowledgement is not Acknowledgement.NONE
        self._vigil = Vigil(connect, profile, clock)
        self._one_at_a_time = Lock()
        self._held: _Held | None = None
        self._settled: list[Settled] = []
        self._is_in_step = False
        self._is_torn = False

    @property
    def profile(self) -> PrinterProfile:
        """What the printer can do."""
        return self._profile

    def print(self, picture: Image.Image, process: str | None = None) -> PrintResult:
        """Print and tell. A picture of another width than the profile's is not printed."""
        if picture.width != self._profile.dots:
            _log().error("picture of %d dots for %s", picture.width, self._profile)
            return PrintResult(Verdict.NOT_PRINTED)
        with self._one_at_a_time:
            plain = picture.convert("1", dither=Image.Dither.NONE)
            result = self._after_held_job() or self._try(plain, process or new_process())
            return replace(result, troubles=self._believed(result.troubles))

    def settled(self) -> tuple[Settled, ...]:
        """Return what became of held jobs since the last time."""
        with self._one_at_a_time:
            settled = tuple(self._settled)
            self._settled.clear()
            return settled

    def troubles(self) -> frozenset[Trouble]:
        """Ask the printer. While it holds a job, what it said last is the answer."""
        with self._one_at_a_time:
            stopped = self._after_held_job()
            if stopped:
                return self._believed(stopped.troubles)
            talk = self._open()
            if talk is None:
                return _OFFLINE
            troubles = self._status(talk) if self._is_answering else talk.troubles
            talk.close()
            return self._believed(troubles)

    def watch(self, seconds: float) -> frozenset[Trouble]:
        """Listen to the idle printer, or to the one that holds a job."""
        if not self._is_answering:
            time.sleep(seconds)
            return frozenset()
        with self._one_at_a_time:
            stopped = self._after_held_job()
            troubles = stopped.troubles if stopped else self._vigil.look(seconds)
            return self._believed(troubles)

    def distrust(self) -> None:
        """Cut off what an earlier program may have left, before the next ticket."""
        with self._one_at_a_time:
            self._is_in_step, self._is_torn = False, True

    def close(self) -> None:
        """End the watch. A held job keeps its connection."""
        with self._one_at_a_time:
            self._vigil.end()

    def _believed(self, troubles: frozenset[Trouble]) -> frozenset[Trouble]:
        if self._profile.has_low_paper_sensor or Trouble.PAPER_OUT in troubles:
            return troubles
        return troubles - {Trouble.PAPER_LOW}

    def _try(self, picture: Image.Image, process: str) -> PrintResult:
        talk = self._ready()
        if talk is None:
            return PrintResult(Verdict.NOT_PRINTED, _OFFLINE)
        if not self._is_answering:
            return self._give(talk, picture)
        if talk.is_stopped or not self._resync(talk):
            talk.close()
            return PrintResult(Verdict.NOT_PRINTED, talk.troubles)
        job = ticket_job(picture, self._profile, process.encode("ascii"))
        return self._deliver(talk, job, process)

    def _ready(self) -> Conversation | None:
        """Return a conversation that has just answered, if the printer answers at all."""
        watched = self._vigil.take()
        if watched is not None:
            if Trouble.OFFLINE not in self._status(watched):
                return watched
            watched.close()
        talk = self._open()
        if talk is not None and self._is_answering:
            self._status(talk)
        return talk

    def _give(self, talk: Conversation, picture: Image.Image) -> PrintResult:
        """Send a ticket to a printer without a voice, which may have to be brought in step."""
        profile = replace(self._profile, acknowledgement=Acknowledgement.PAPER)
        step = resync_job(profile, _number(), is_torn=self._is_torn)
        job = ticket_job(picture, profile, _number())
        data = job.data if self._is_in_step else step.data + job.data
        self._is_in_step, self._is_torn = False, True
        try:
            talk.give(data, self._patience.job)
        except OSError as error:
            return self._broken(talk, error)
        self._done(talk)
        return PrintResult(Verdict.UNKNOWN)

    def _open(self) -> Conversation | None:
        try:
            self._vigil.end()
            return Conversation(self._connect(), self._clock, self._profile.dialect)
        except OSError as error:
            _log().warning("printer not reached: %s", error)
            return None

    def _status(self, talk: Conversation) -> frozenset[Trouble]:
        try:
            return talk.ask_status(self._patience.answer)
        except OSError as error:
            _log().warning("printer does not answer: %s", error)
            talk.troubles = _OFFLINE
            return _OFFLINE

    def _resync(self, talk: Conversation) -> bool:
        """Make sure that the printer waits for a command. Nothing of the ticket is sent yet."""
        if self._is_in_step:
            return True
        job = resync_job(self._profile, _number(), is_torn=self._is_torn)
        try:
            talk.say(job.data, job.is_acknowledged_by, self._patience.resync)
            if not self._profile.is_bearing_process:
                talk.catch_up(self._patience.late if self._is_torn else self._patience.silence)
        except PrinterStoppedError:
            return False
        except OSError as error:
            _log().warning("printer does not come back: %s", error)
            talk.troubles |= _OFFLINE
            return False
        self._is_in_step, self._is_torn = True, False
        return True

    def _deliver(self, talk: Conversation, job: Job, process: str) -> PrintResult:
        self._is_in_step, self._is_torn = False, True
        try:
            talk.say(job.data, job.is_acknowledged_by, self._patience.job)
        except PrinterStoppedError:
            return self._hold(_Held(talk, job, process))
        except OSError as error:
            return self._broken(talk, error)
        self._done(talk)
        self._vigil.presented()
        return PrintResult(Verdict.PRINTED, talk.troubles)

    def _hold(self, held: _Held) -> PrintResult:
        talk = held.talk
        if Trouble.UNRECOVERABLE in talk.troubles:
            talk.close()
            return PrintResult(Verdict.UNKNOWN, talk.troubles)
        try:
            talk.hand_over(self._patience.hand_over)
        except OSError as error:
            return self._broken(talk, error)
        self._held = held
        return PrintResult(Verdict.HELD, talk.troubles)

    def _broken(self, talk: Conversation, error: OSError) -> PrintResult:
        _log().warning("connection to the printer broke: %s", error)
        talk.close()
        return PrintResult(Verdict.UNKNOWN, talk.troubles | _OFFLINE)

    def _done(self, talk: Conversation) -> None:
        self._is_in_step, self._is_torn = True, False
        talk.close()

    def _after_held_job(self) -> PrintResult | None:
        """Let a held job end. Returns a result only while the printer is still stopped by it."""
        held, self._held = self._held, None
        if held is None:
            return None
        try:
            self._finish(held.talk, held.job)
        except PrinterStoppedError:
            self._held = held
            return PrintResult(Verdict.NOT_PRINTED, held.talk.troubles)
        except OSError as error:
            _log().warning("held ticket lost: %s", error)
            held.talk.close()
            self._settled.append(Settled(held.process, Verdict.UNKNOWN))
        else:
            self._settled.append(Settled(held.process, Verdict.PRINTED))
        return None

    def _finish(self, talk: Conversation, job: Job) -> None:
        answers: list[Answer] = talk.catch_up(self._patience.silence)
        if not any(map(job.is_acknowledged_by, answers)):
            if talk.is_stopped:
                raise PrinterStoppedError
            talk.listen(job.is_acknowledged_by, self._patience.resync)
        self._done(talk)


def _number() -> bytes:
    return new_process().encode()


def _log() -> logging.Logger:
    return logging.getLogger("nouba.printer")
