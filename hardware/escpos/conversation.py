"""One connection's talk with a printer: questions, data, and what comes back meanwhile."""

from collections.abc import Callable

from hardware.escpos.answers import (
    TICKET_HELD_OUT,
    Answer,
    AnswerReader,
    FullStatus,
    Pushed,
    RealTime,
    full_status_troubles,
    pushed_troubles,
    real_time_troubles,
)
from hardware.escpos.connection import Connection
from hardware.ports import Dialect, Trouble

Clock = Callable[[], float]
"""Seconds that only go up."""

TICK = 0.25
"""Seconds: the longest single wait, so that deadlines are kept."""


LEAD = bytes(8)
"""Before the first question: a job that was broken off within the head of a picture left a
printer that would take the question for the picture's size. Blanks make it a picture of none."""

FULL = 20
"""The question of Custom's dialect that is answered by all there is to know."""


class PrinterStoppedError(Exception):
    """The printer says that it cannot go on; its troubles are the conversation's."""


class Conversation:
    """Talks on one connection and knows what the printer said of itself last."""

    def __init__(
        self, connection: Connection, clock: Clock, dialect: Dialect = Dialect.EPSON
    ) -> None:
        self.troubles: frozenset[Trouble] = frozenset()
        self.is_ticket_held_out = True
        """Whether a presenter still holds a ticket, as far as it was asked."""

        self._dialect = dialect
        self._connection = connection
        self._clock = clock
        self._reader = AnswerReader()
        self._rest = memoryview(b"")
        self._lead = LEAD

    @property
    def _is_silent(self) -> bool:
        """Whether it tells of no change unasked."""
        return self._dialect is Dialect.CUSTOM

    @property
    def is_stopped(self) -> bool:
        """Whether a trouble keeps the printer from going on."""
        return bool(self.troubles - {Trouble.PAPER_LOW})

    def ask_status(self, within: float) -> frozenset[Trouble]:
        """Ask it in its dialect. Raises `OSError` when a question is not answered."""
        troubles = self._asked(within)
        if Trouble.OFFLINE in troubles and not _causes(troubles):
            troubles = self._asked(within)  # it may have got well between two of the questions
        if _causes(troubles):
            troubles -= {Trouble.OFFLINE}
        if Trouble.COVER_OPEN in troubles:  # opened while it prints, that is "recoverable" too
            troubles -= {Trouble.HOT}
        self.troubles = troubles
        return self.troubles

    def _asked(self, within: float) -> frozenset[Trouble]:
        questions = (FULL,) if self._is_silent else (1, 2, 3, 4)
        return frozenset().union(*(self._ask(question, within) for question in questions))

    def _ask(self, question: int, within: float) -> frozenset[Trouble]:
        self._send(self._lead + bytes((0x10, 0x04, question)))
        self._lead = b""
        deadline = self._clock() + within
        while True:
            for answer in self._answers(deadline):
                match answer:
                    case RealTime(value) if question != FULL:
                        return real_time_troubles(question, value)
                    case FullStatus(value):
                        self.is_ticket_held_out = bool(value[0] & TICKET_HELD_OUT)
                        return full_status_troubles(value)

    def question(self, data: bytes, silence: float) -> list[Answer]:
        """Send a question and return what came until nothing came for that long.

        Raises `OSError` when the connection breaks, or the printer takes nothing.
        """
        self.give(data, silence)
        return self.catch_up(silence)

    def hear(self, seconds: float) -> None:
        """Listen for so long at most, and note what comes. Raises `OSError`."""
        for answer in self._reader.feed(self._connection.exchange(memoryview(b""), seconds)[1]):
            self._note(answer)

    def say(self, data: bytes, is_end: Callable[[Answer], bool], within: float) -> None:
        """Send data and listen until the answer that is its end.

        Raises `PrinterStoppedError`, or `OSError` when the connection breaks or the time
        (seconds) is over.
        """
        self._send(data)
        self.listen(is_end, within)

    def listen(self, is_end: Callable[[Answer], bool], within: float) -> None:
        """Wait for that answer, sending what is left to send; raises as `say`."""
        deadline = self._clock() + within
        asked_at = self._clock()
        while True:
            for answer in self._answers(deadline):
                if is_end(answer):
                    return
                self._hear(answer)
            if self._is_silent and not self._rest and self._clock() - asked_at >= TICK:
                asked_at = self._clock()
                self._send(bytes((0x10, 0x04, FULL)))

    def give(self, data: bytes, within: float) -> None:
        """Send data to a printer that says nothing. Raises `OSError` when it takes no more."""
        self._send(data)
        self.hand_over(within)

    def hand_over(self, within: float) -> None:
        """Give the rest of the data to the kernel, or raise `OSError` when it takes no more."""
        deadline = self._clock() + within
        while self._rest:
            for answer in self._answers(deadline):
                self._note(answer)

    def catch_up(self, silence: float) -> list[Answer]:
        """Return what came in until nothing came for that long. Raises `OSError`."""
        answers: list[Answer] = []
        if self._is_silent and not self._rest:
            self.give(bytes((0x10, 0x04, FULL)), silence)
        while came := self._connection.exchange(memoryview(b""), silence)[1]:
            answers += self._reader.feed(came)
        for answer in answers:
            self._note(answer)
        return answers

    def close(self) -> None:
        """End the conversation."""
        self._connection.close()

    def _send(self, data: bytes) -> None:
        self._rest = memoryview(data)

    def _answers(self, deadline: float) -> list[Answer]:
        left = deadline - self._clock()
        if left <= 0:
            raise TimeoutError("the printer did not answer in time")
        sent, came = self._connection.exchange(self._rest, min(left, TICK))
        self._rest = self._rest[sent:]
        return self._reader.feed(came)

    def _hear(self, answer: Answer) -> None:
        self._note(answer)
        if self.is_stopped:
            raise PrinterStoppedError

    def _note(self, answer: Answer) -> None:
        match answer:
            case Pushed(value):
                self.troubles = pushed_troubles(value)
            case FullStatus(value):
                self.troubles = full_status_troubles(value)


def _causes(troubles: frozenset[Trouble]) -> frozenset[Trouble]:
    """Return those that explain why a printer is offline."""
    return troubles - {Trouble.OFFLINE, Trouble.PAPER_LOW}
