"""What staff wish of a screen: to show its name, or to send a picture of its glass.

Wishes stand in the database: whichever controller has the screen hands them on, and the command
line may wish as the pages do.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from wire.messages import NoPicture

HOLDS = timedelta(seconds=15)
"""How long a wish waits for its screen; then nothing comes of it."""

BETWEEN = timedelta(seconds=10)
"""From one picture of a screen to the next, whoever wants them."""

IDENTITY_SECONDS = 10.0
"""How long a screen shows its name."""

WishProblem = NoPicture
JPEG_START, JPEG_END = b"\xff\xd8\xff", b"\xff\xd9"
"""What a JPEG begins and ends with (ITU T.81, annex B)."""


class WishKind(StrEnum):
    """What is wished."""

    IDENTIFY = "identify"
    PICTURE = "picture"


class TooSoon(Exception):  # noqa: N818 - it is an answer to whoever wishes
    """Somebody has had a picture of this screen just now."""


@dataclass(frozen=True, slots=True)
class DeviceWish:
    """One wish, and what came of it."""

    id: str
    device: str
    kind: WishKind
    who: str
    at: datetime
    answered_at: datetime | None = None
    problem: WishProblem | None = None
    """Why there is no picture."""

    @property
    def is_answered(self) -> bool:
        """Whether nothing more will come."""
        return self.answered_at is not None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a screen answers: a picture, or why there is none."""

    picture: bytes | None
    problem: WishProblem | None = None


class Wishes(Protocol):
    """The wishes of one hall. Everything here raises `StoreError`."""

    def add(self, wish: DeviceWish) -> None:
        """Write the wish down; raises `TooSoon`."""

    def open(self, at: datetime) -> tuple[DeviceWish, ...]:
        """Return those that still wait, the oldest first."""

    def find(self, wish: str) -> DeviceWish | None:
        """Return the wish and what came of it."""

    def answer(self, wish: str, device: str, answer: Answer, at: datetime) -> bool:
        """Keep what this device answers; tell whether it was asked, and had not answered yet."""

    def latest(self) -> dict[str, DeviceWish]:
        """Return the last answered wish for a picture of each device."""

    def picture(self, device: str) -> bytes | None:
        """Return the latest picture of the device; only that one is kept."""


def is_picture(data: bytes) -> bool:
    """Whether this is a JPEG, as far as its ends tell."""
    return data.startswith(JPEG_START) and data.endswith(JPEG_END)
