"""A counter, as the book has it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta


@dataclass
class Seat:
    """A counter."""

    agent: str | None = None
    services: frozenset[str] = frozenset()
    preferences: dict[str, timedelta] = field(default_factory=dict)
    recent: list[str] = field(default_factory=list)
    pause: str | None = None
    ticket: str | None = None
    since: datetime | None = None
