"""Runs a command and puts whatever comes of it into an answer."""

from collections.abc import Callable

from controller.hall.commands import Command
from controller.hall.refusals import Refused
from controller.reception import JournalError, Outcome, Reception
from controller.web.metrics import Metrics
from wire.messages import Done, NotYet, Refusal


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
            return told(refused)
        except JournalError:
            self._metrics.refusals.labels("try_again").inc()
            raise
        return Done(outcome.seq) if message is None else message(outcome)


def told(refused: Refused) -> Refusal | NotYet:
    """Return the refusal as it is answered."""
    if refused.not_before is None:
        return Refusal(refused.code)
    return NotYet(refused.code, refused.not_before)
