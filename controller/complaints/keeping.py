"""The port behind which complaints are kept, and for how long they tell of a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from controller.complaints.complaint import Complaint, NewComplaint, Standing, Step
from controller.complaints.deciding import Wish
from wire.messages import ComplaintKind

AT_THE_LATEST = timedelta(days=730)
"""So long after it was written, one that nobody ever closed is cleared of what is personal, too."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which complaints are listed; a field that is empty asks for all."""

    standing: Standing | None = None
    kind: ComplaintKind | None = None
    subject: str = ""
    number: str = ""
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Forgetting:
    """Whose personal data are to go now."""

    closed_before: datetime
    written_before: datetime


def forgetting(at: datetime, days: int) -> Forgetting:
    """Return what is to be forgotten now, so many days after a complaint was closed."""
    return Forgetting(at - timedelta(days=days), at - AT_THE_LATEST)


class Complaints(Protocol):
    """The complaints of one hall. Everything here raises `StoreError`."""

    def take(self, new: NewComplaint) -> bool:
        """Keep it; return whether it is new. One that is there already is left as it is."""

    def find(self, complaint: str) -> Complaint | None:
        """Return the complaint with this id."""

    def followed(self, number: str, proof: str) -> Complaint | None:
        """Return the complaint with this follow-up number, if the proof is its own."""

    def list(self, wanted: Filter, most: int | None = None) -> Sequence[Complaint]:
        """Return those that are wanted, the newest first."""

    def steps(self, complaint: str) -> Sequence[Step]:
        """Return what was done with it, the first first."""

    def carry_out(
        self, complaint: str, wish: Wish, who: str, at: datetime, *, seen: int
    ) -> Complaint | None:
        """Do it and return how it stands then; nothing where there is no such complaint.

        `seen`: how many steps the person knew of. Raises `ComplaintDeclined`.
        """

    def forget(self, now: Forgetting, at: datetime) -> int:
        """Remove words, places, telephones and answers; return of how many complaints."""
