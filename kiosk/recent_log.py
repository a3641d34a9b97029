"""The last lines of the log for a technician, without a word of a visitor's."""

from collections import deque
from collections.abc import Mapping, MutableMapping
from typing import Any

import structlog

MOST = 12
"""Lines: as many as one screen has room for."""

TOLD = frozenset({"why", "troubles", "controller", "printer", "verdict", "where", "problem"})
"""What of a line is told beside its event; whatever else it bears may be a visitor's."""


class RecentLog:
    """A processor of structlog that remembers."""

    def __init__(self) -> None:
        self._lines: deque[str] = deque(maxlen=MOST)

    @property
    def lines(self) -> tuple[str, ...]:
        """The latest last."""
        return tuple(self._lines)

    def __call__(
        self, _: object, level: str, event: MutableMapping[str, Any]
    ) -> MutableMapping[str, Any]:
        """Remember the line, and let it go on."""
        if level != "debug":
            self._lines.append(_line(level, event))
        return event

    def listen(self) -> None:
        """Hear of every line from now on, before it is written."""
        *before, written = structlog.get_config()["processors"]
        structlog.configure(processors=[*before, self, written])


def _line(level: str, event: Mapping[str, Any]) -> str:
    moment = str(event.get("timestamp", ""))
    more = (f"{name}={value}" for name, value in sorted(event.items()) if name in TOLD)
    return " ".join((moment, level, str(event.get("event", "")), *more)).strip()
