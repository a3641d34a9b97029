"""One sheet of paper that the kiosk is to print, from the wish to what became of it."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from hardware.ports import Verdict
from wire.messages import TicketSlip

LIFETIME = timedelta(minutes=2)
"""So long a ticket waits for its printer. Then its visitor, who read the number on the screen,
has gone, and the paper would be found by the next one."""


class JobState(StrEnum):
    """How far a sheet has come."""

    QUEUED = "queued"
    """Nothing of it is on paper, and it is to be."""

    SENDING = "sending"
    """Its first byte may have gone to the printer."""

    PRINTED = "printed"
    NOT_PRINTED = "not_printed"
    """Nothing of it is on paper, and nobody tries again."""

    HELD = "held"
    UNKNOWN = "unknown"
    """It may be on paper: it is never printed again but as a copy."""


@dataclass(frozen=True, slots=True)
class Job:
    """A sheet: the ticket on it, and what is known of its print."""

    id: int
    """Its place in the spool; 0 before it has one."""

    slip: TicketSlip
    is_copy: bool
    queued_at: datetime
    changed_at: datetime
    state: JobState = JobState.QUEUED
    attempt: int = 0
    process: str = ""
    """The number that the printer gives back when it is done with this attempt."""

    @property
    def ticket(self) -> str:
        """The ticket's number."""
        return self.slip.ticket

    def is_stale(self, now: datetime) -> bool:
        """Return whether its visitor has gone."""
        return now - self.queued_at > LIFETIME

    def sent(self, process: str, now: datetime) -> "Job":
        """Return it on its way to the printer, once more."""
        attempt = self.attempt + 1
        return replace(
            self, state=JobState.SENDING, attempt=attempt, process=process, changed_at=now
        )

    def now(self, state: JobState, now: datetime) -> "Job":
        """Return it in another state."""
        return replace(self, state=state, changed_at=now)


def state_after(verdict: Verdict) -> JobState:
    """Return how a sheet stands after a print of this verdict."""
    match verdict:
        case Verdict.PRINTED:
            return JobState.PRINTED
        case Verdict.NOT_PRINTED:
            return JobState.QUEUED
        case Verdict.HELD:
            return JobState.HELD
        case Verdict.UNKNOWN:
            return JobState.UNKNOWN
