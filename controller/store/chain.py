"""The chain of the journal: each fact is sealed with all that went before it.

Whoever changes, takes out or puts in a row afterwards would have to seal every later row
anew, on every copy and every printed report that names a seal.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

BEGINNING = ""
"""What the first fact of all is chained to."""


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
        text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
        return sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the chain does not hold."""

    day: date
    seq: int
    why: str


def breaks(rows: Iterable[tuple[Link, str]], before: str, first: int = 1) -> list[Break]:
    """Return where the rows of one day, in order and with their seals, do not hold.

    A row that was changed is found, and so is the place of one that is missing. After a
    break the check goes on from the seal that is written there, so that one change is one
    break.
    """
    found, expected = [], first
    for link, seal in rows:
        if link.seq != expected:
            found.append(Break(link.day, expected, "missing"))
        elif link.seal(before) != seal:
            found.append(Break(link.day, link.seq, "changed"))
        before, expected = seal, link.seq + 1
    return found
