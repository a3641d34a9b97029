"""Prints the sheets of the spool, one after the other, and tells what became of each."""

from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta
from queue import Empty, SimpleQueue
from threading import Event, Thread, current_thread
from typing import Protocol

import structlog
from PIL.Image import Image

from hardware.ports import PrintResult, TicketPrinter, Trouble, Verdict, new_process
from kiosk.job import Job, JobState, state_after
from kiosk.loose_sheets import LooseSheets
from kiosk.printer_watch import HARMLESS, PrinterWatch
from kiosk.spool import Spool, SpoolError
from wire.messages import TicketSlip

TRIES = 3
"""Prints of one ticket that left nothing on paper, before its visitor is told."""

PAUSE = 1.0
"""Seconds between two tries."""

AGAIN = timedelta(seconds=3)
"""From one try to the next of a ticket that waits, of a printer that says it is well."""

LAST = 12.0
"""Seconds that the last sheet may take when the kiosk ends: as long as a printer may."""

SLICE = 0.2
"""Seconds of listening to the idle printer between two looks for work."""

Printed = Callable[[str, PrintResult], None]


class Picture(Protocol):
    """Draws a ticket."""

    def __call__(self, slip: TicketSlip, *, is_copy: bool) -> Image:
        """Return it as it is printed; a copy says that it is one."""


class Press:
    """Owns the printer, in a thread of its own.

    A sheet that left nothing on paper is tried again by itself, until its visitor has gone
    (`LIFETIME`). One that may be on paper never is, but as a copy. `drain` gives the verdicts in
    the thread that calls it; while there is nothing to print, the printer is listened to.
    """

    def __init__(
        self,
        printer: TicketPrinter,
        picture: Picture,
        spool: Spool,
        watch: PrinterWatch,
        now: Callable[[], datetime],
        pause: float = PAUSE,
    ) -> None:
        self._printer, self._picture, self._spool = printer, picture, spool
        self._watch, self._now, self._pause = watch, now, pause
        self._arrived: SimpleQueue[Job] = SimpleQueue()
        self._fresh: deque[Job] = deque()
        self._waiting: deque[Job] = deque()
        self._held: dict[str, Job] = {}
        self._again_at = now()
        self._verdicts: SimpleQueue[tuple[str, PrintResult]] = SimpleQueue()
        self.loose = LooseSheets()
        self._stopping = Event()
        self._thread = Thread(target=self._work, name="printing", daemon=True)
        self._left = self._unfinished()  # before anything new is spooled

    def start(self) -> None:
        """Begin with what the last time left open. To be called once."""
        self._thread.start()

    def stop(self) -> None:
        """Try no print again, and end once each sheet of the queue was tried.

        Waits for that, but not for ever. May be called twice.
        """
        self._stopping.set()
        if self._thread.is_alive() and self._thread is not current_thread():
            self._thread.join(LAST)

    def put(self, slip: TicketSlip, *, is_copy: bool) -> None:
        """Spool a ticket: it is on disk when this returns, or the log says why it is not."""
        self._arrived.put(self._added(slip, is_copy=is_copy))

    @property
    def is_ready(self) -> bool:
        """Whether a ticket that is printed now will come out, before any other, as is known."""
        return self._watch.is_ready and not self._waiting

    def drain(self, printed: Printed) -> None:
        """Tell what the printer did since the last time."""
        while True:
            try:
                ticket, result = self._verdicts.get_nowait()
            except Empty:
                return
            printed(ticket, result)

    # -- What is to be printed --

    def _work(self) -> None:
        self._recover()
        self._look(0.0)
        while True:
            job = self._next()
            if job is not None:
                self._print(job)
            elif self._stopping.is_set():
                break
            elif not self.loose.print_next(self._printer, self._watch):
                self._look(SLICE)
        self._printer.close()

    def _recover(self) -> None:
        """Settle what an earlier run of the kiosk left open."""
        for job in self._left:
            if job.state is JobState.QUEUED:
                self._fresh.append(job)
            else:
                self._recover_broken(job)

    def _unfinished(self) -> tuple[Job, ...]:
        try:
            return self._spool.unfinished()
        except SpoolError:
            structlog.get_logger().exception("spool_not_read")
            return ()

    def _recover_broken(self, job: Job) -> None:
        """Take it that the sheet may be on paper; its visitor no longer sees the number."""
        self._printer.distrust()
        self._keep(job.now(JobState.UNKNOWN, self._now()))
        self._log(job).warning("sheet_interrupted")
        if not job.is_copy and not job.is_stale(self._now()):
            self._fresh.append(self._added(job.slip, is_copy=True))

    def _next(self) -> Job | None:
        while not self._arrived.empty():
            self._fresh.append(self._arrived.get())
        self._expire()
        is_time = self._now() >= self._again_at and not self._stopping.is_set()
        if self._waiting and self._watch.is_ready and is_time:
            return self._waiting.popleft()
        return self._fresh.popleft() if self._fresh else None

    def _expire(self) -> None:
        """Give up what nobody waits for any more. Its number stood on the screen."""
        now = self._now()
        for jobs in (self._fresh, self._waiting):
            for job in [each for each in jobs if each.is_stale(now)]:
                jobs.remove(job)
                self._give_up(job)

    def _give_up(self, job: Job) -> None:
        self._keep(job.now(JobState.NOT_PRINTED, self._now()))
        self._log(job).warning("sheet_given_up")

    # -- How the printer is --

    def _look(self, seconds: float) -> None:
        try:
            troubles = self._printer.watch(seconds)
        except Exception:  # noqa: BLE001  # whatever fails, the next ticket is printed
            troubles = frozenset({Trouble.OFFLINE})
            if self._watch.troubles != troubles:
                structlog.get_logger().exception("printer_not_asked")
            self._stopping.wait(self._pause)
        self._settle()
        self._watch.looked(troubles)

    def _settle(self) -> None:
        """Tell what became of held sheets."""
        for settled in self._printer.settled():
            job = self._held.pop(settled.process, None)
            if job is None:
                continue
            self._keep(job.now(state_after(settled.verdict), self._now()))
            self._log(job).info("held_ticket_settled", verdict=settled.verdict)
            self._verdicts.put((job.ticket, PrintResult(settled.verdict)))

    # -- Printing --

    def _print(self, job: Job) -> None:
        """Print the ticket and tell what became of it; then its family's sheets, as they come."""
        is_first_time = job.attempt == 0
        job, result = self._print_sheet(job)
        if is_first_time or result.verdict is not Verdict.NOT_PRINTED:
            self._verdicts.put((job.ticket, result))
        if job.state is JobState.QUEUED:
            self._waiting.append(job)
            if not result.troubles - HARMLESS:  # it says that it is well, and printed nothing
                self._again_at = self._now() + AGAIN
        self._print_family(job, result)

    def _print_family(self, job: Job, result: PrintResult) -> None:
        """Print the sheets after the first: copies, until one does not come out."""
        further = 0 if job.is_copy else job.slip.sheets - 1
        for _ in range(further):
            if self._stopping.is_set() or not _may_be_on_paper(result):
                return
            _, result = self._print_sheet(self._added(job.slip, is_copy=True))

    def _print_sheet(self, job: Job) -> tuple[Job, PrintResult]:
        """Try it some times, and return how it stands; a copy is not kept for later."""
        job, result = self._tried(job)
        if job.state is JobState.QUEUED and job.is_copy:
            job = job.now(JobState.NOT_PRINTED, self._now())
            self._keep(job)
        self._settle()
        self._watch.printed(result)
        return job, result

    def _tried(self, job: Job) -> tuple[Job, PrintResult]:
        try:
            picture = self._picture(job.slip, is_copy=job.is_copy)
        except Exception:  # noqa: BLE001  # whatever a pack lacks, the next ticket is printed
            self._log(job).exception("ticket_not_drawn")
            job = job.now(JobState.NOT_PRINTED, self._now())
            self._keep(job)
            return job, PrintResult(Verdict.NOT_PRINTED)
        tries = 1 if job.attempt else TRIES
        for left in reversed(range(tries)):
            job, result = self._try(job, picture)
            is_to_try_again = result.verdict is Verdict.NOT_PRINTED and left
            if not is_to_try_again or self._stopping.wait(self._pause):
                break
        return job, result

    def _try(self, job: Job, picture: Image) -> tuple[Job, PrintResult]:
        """Print once. What is on disk is never ahead of the paper, and at most one step behind."""
        job = job.sent(new_process(), self._now())
        self._keep(job)
        result = self._result(job, picture)
        job = job.now(state_after(result.verdict), self._now())
        self._keep(job)
        if job.state is JobState.HELD:
            self._held[job.process] = job
        return job, result

    def _result(self, job: Job, picture: Image) -> PrintResult:
        try:
            result = self._printer.print(picture, job.process)
        except Exception:  # noqa: BLE001  # nobody knows how far it came
            self._log(job).exception("print_failed")
            return PrintResult(Verdict.UNKNOWN)
        troubles = sorted(map(str, result.troubles))
        self._log(job).info("ticket_printed", verdict=result.verdict, troubles=troubles)
        return result

    # -- What is written down --

    def _added(self, slip: TicketSlip, *, is_copy: bool) -> Job:
        now = self._now()
        try:
            return self._spool.add(slip, now, is_copy=is_copy)
        except SpoolError:
            structlog.get_logger().exception("sheet_not_spooled", ticket=slip.ticket)
            return Job(0, slip, is_copy, now, now)

    def _keep(self, job: Job) -> None:
        """Write it down. A disk that takes nothing keeps nobody from a ticket."""
        try:
            self._spool.keep(job)
        except SpoolError:
            self._log(job).exception("sheet_not_kept")

    def _log(self, job: Job) -> structlog.stdlib.BoundLogger:
        log: structlog.stdlib.BoundLogger = structlog.get_logger()
        return log.bind(ticket=job.ticket, is_copy=job.is_copy, sheet=job.id)


def _may_be_on_paper(result: PrintResult) -> bool:
    """Return whether the next sheet is worth a try: a printer without a voice tells nothing."""
    is_unknown = result.verdict is Verdict.UNKNOWN and not result.troubles
    return is_unknown or result.verdict is Verdict.PRINTED
