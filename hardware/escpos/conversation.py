"""One connection's talk with a printer: questions, data, and what comes back meanwhile."""

from collections.abc import Callable

from hardware.escpos.answers import (
    Answer,
    AnswerReader,
    Pushed,
    RealTime,
    pushed_troubles,
    real_time_troubles,
)
from hardware.escpos.connection import Connection
from hardware.ports import Trouble

Clock = Callable[[], float]
"""Seconds that only go up."""

TICK = 0.25
"""Seconds: the longest single wait, so that deadlines are kept."""


class PrinterStoppedError(Exception):
    """The printer says that it cannot go on; its troubles are the conversation's."""


class Conversation:
    """Talks on one connection and knows what the printer said of itself last."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self.troubles: frozenset[Trouble] = frozenset()
        self._connection = connection
        self._clock = clock
        self._reader = AnswerReader()
        self._rest = memoryview(b"")

    @property
    def is_stopped(self) -> bool:
        """Whether a trouble keeps the printer from going on."""
        return bool(self.troubles - {Trouble.PAPER_LOW})

    def ask_status(self, within: float) -> frozenset[Trouble]:
        """Ask all four real-time questions. Raises `OSError` when one is not answered."""
        self.troubles = frozenset().union(*(self._ask(n, within) for n in (1, 2, 3, 4)))
        if len(self.troubles) > 1:  # a cause is known
            self.troubles -= {Trouble.OFFLINE}
        return self.troubles

    def _ask(self, question: int, within: float) -> frozenset[Trouble]:
        self._send(bytes((0x10, 0x04, question)))
        deadline = self._clock() + within
        while True:
            for answer in self._answers(deadline):
                if isinstance(answer, RealTime):
                    return real_time_troubles(question, answer.value)

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
        while True:
            for answer in self._answers(deadline):
                if is_end(answer):
                    return
                self._hear(answer)

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
        if isinstance(answer, Pushed):
            self.troubles = pushed_troubles(answer.value)
