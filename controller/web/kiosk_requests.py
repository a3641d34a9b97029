"""The shapes of what a kiosk says that issues tickets alone."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import AwareDatetime, Field

from controller.web.requests import RequestId, Seq, ServiceName, TicketName
from wire.messages import (
    LONGEST_LINE,
    MOST_LINES,
    MOST_REFUSED,
    SEAL_LENGTH,
    Language,
    Priority,
)

Prefix = Annotated[str, Field(max_length=4)]
Seal = Annotated[str, Field(max_length=SEAL_LENGTH)]


@dataclass(frozen=True, slots=True)
class HeldNow:
    """Numbers that a kiosk says it was granted."""

    prefix: Prefix
    first: Seq
    last: Seq
    proof: Seal


@dataclass(frozen=True, slots=True)
class ReserveNow:
    """A kiosk wants numbers of its own for today."""

    request: RequestId
    held: Annotated[tuple[HeldNow, ...], Field(max_length=260)] = ()


@dataclass(frozen=True, slots=True)
class NotTakenInNow:
    """What a kiosk gave alone, and the hall does not know."""

    tickets: Annotated[tuple[TicketName, ...], Field(max_length=MOST_REFUSED)]


@dataclass(frozen=True, slots=True)
class LineNow:
    """A line of a kiosk's own journal."""

    text: Annotated[str, Field(max_length=LONGEST_LINE)]
    seal: Seal


@dataclass(frozen=True, slots=True)
class HandOverNow:
    """What a kiosk issued alone."""

    day: date
    before: Seal
    lines: Annotated[tuple[LineNow, ...], Field(min_length=1, max_length=MOST_LINES)]


@dataclass(frozen=True, slots=True)
class OwnTicketNow:
    """What one of its lines says."""

    request: RequestId
    prefix: Prefix
    serial: Seq
    service: ServiceName
    language: Language
    priority: Priority
    then: Annotated[tuple[ServiceName, ...], Field(max_length=20)]
    quantity: int
    sheets: int
    issued_at: AwareDatetime
    heard_at: AwareDatetime
