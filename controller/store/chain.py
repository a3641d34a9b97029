"""The chain of the journal: each fact is sealed with all that was written before it.

The order is that of writing, not that of days: what a wrong clock wrote for a later day
stays where it was written. Whoever changes, takes out or puts in a row afterwards would have
to seal every later row anew, on every copy and every printed report that names a seal.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any, Literal

from controller.store.course import Course, Misstep

BEGINNING = ""
"""What the first fact of all is chained to."""

NO_DAY = date.min
"""The day of a row on which something stands as its day that is none."""

Why = Literal["undated", "missing", "changed", "unsealed"] | Misstep
"""The row's day is none; what was written before the row is not there; it does not follow from
what was written before it; its seal was taken away; or the chain holds, and the day's course
does not."""


@dataclass(frozen=True, slots=True)
class Link:
    """A row of the journal, as it is sealed."""

    hall: str
    day: date
    seq: int
    kind: str
    event: Mapping[str, Any]
    request: str | None

    def seal(self, before: str) -> str:
        """Return the seal (64 hexadecimal digits, SHA-256) on this row and all before it."""
        content = [before, self.hall, self.day.isoformat(), self.seq]
        content += [self.kind, self.event, self.request]
        # What JSON has no word for, such as bytes, was never written by us, and has no right seal.
        text = json.dumps(content, sort_keys=True, separators=(",", ":"), default=repr)
        return sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Tip:
    """A place in the order of writing, counted from 1, and its seal; nothing when it has none."""

    place: int
    seal: str | None


START = Tip(0, BEGINNING)
"""Before the first fact."""


@dataclass(frozen=True, slots=True)
class Break:
    """A row at which the chain does not hold, or the course of its day."""

    day: date
    seq: int
    why: Why


def breaks(rows: Iterable[tuple[Link, Tip]], before: Tip) -> Iterator[Break]:
    """Give the rows, of those in the order of writing, at which the chain or a day does not hold.

    After a break the check goes on from the seal that is written there, so that one change is
    one break.
    """
    courses: defaultdict[date, Course] = defaultdict(Course)
    for link, tip in rows:
        why: Why | None = _wrong(link, tip, before)
        if why is None:
            why = courses[link.day].follow(link.kind, link.event)
        if why is not None:
            yield Break(link.day, link.seq, why)
        before = tip


def _wrong(link: Link, tip: Tip, before: Tip) -> Why | None:
    if link.day == NO_DAY:
        return "undated"
    if tip.place != before.place + 1:
        return "missing"
    if tip.seal is None:
        return "unsealed"
    if before.seal is not None and link.seal(before.seal) != tip.seal:
        return "changed"
    return None
