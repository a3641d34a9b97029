"""Runs a command and puts whatever comes of it into an answer."""

import hashlib
from collections.abc import Callable

from controller.hall.commands import Command
from controller.hall.refusals import Refused
from controller.reception import JournalError, Outcome, Reception
from controller.web.metrics import Metrics
from wire.messages import Done, Refusal


class Answers:
    """The way from a request to the reception and back."""

    def __init__(self, reception: Reception, metrics: Metrics) -> None:
        self._reception, self._metrics = reception, metrics

    def to(
        self, command: Command, request: str, message: Callable[[Outcome], object] | None = None
    ) -> object:
        """Return the message made of the outcome (`Done` unless told), or a `Refusal`.

        Raises `JournalError` when it could not be written down; then nothing has changed.
        """
        try:
            with self._metrics.commands.labels(type(command).__name__).time():
                outcome = self._reception.execute(command, request)
        except Refused as refused:
            self._metrics.refusals.labels(refused.code).inc()
            return Refusal(refused.code)
        except JournalError:
            self._metrics.refusals.labels("try_again").inc()
            raise
        return Done(outcome.seq) if message is None else message(outcome)


def key(who: str, request: str) -> str:
    """Return a request's key in the journal: nobody can repeat the request of another."""
    return hashlib.sha256(f"{who}/{request}".encode()).hexdigest()
