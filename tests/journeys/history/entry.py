"""One wish of one client, and what came of it: all that the checker may know.

Who is asked again with the same request, and answers again, gives a second entry of it.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Entry:
    """A request that was sent, as often as needed, until it was answered."""

    client: str
    request: str
    event: str
    asked: float
    """When it was first sent; seconds of a clock that all clients share."""

    answered: float
    answer: dict[str, Any]
    sent: int = 1
    """How often it was sent: more often than once when a controller died over it."""

    data: dict[str, Any] = field(default_factory=dict)
    """What was asked with it, such as the service or the counter."""

    @property
    def is_refused(self) -> bool:
        """Whether the answer is a refusal."""
        return "refused" in self.answer


def write(path: Path, entries: Iterable[Entry]) -> None:
    path.write_text("".join(json.dumps(asdict(entry)) + "\n" for entry in entries))


def read(path: Path) -> list[Entry]:
    return [Entry(**json.loads(line)) for line in path.read_text().splitlines()]
