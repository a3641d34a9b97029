"""Who comes in the morning, when, for what, in which language."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle
from random import Random

from wire.messages import Language, Priority

HALF_HOUR = 1800.0

SHARES = (9.1, 5.4, 5.3, 6.1, 6.8, 7.6)
"""Arrivals in each half-hour after the opening, in parts of a day's tickets.

Those of Warsaw's district offices, from their open data of tickets issued: a crowd at the opening,
then a slow rise until noon.
"""

LANGUAGE_CYCLE: tuple[Language, ...] = ("ar", "fr", "ar", "zgh", "ar", "en", "fr", "zgh")
"""Arabic most, and each of the others early enough to be seen."""


PRIORITY_CYCLE: tuple[Priority, ...] = (
    *("normal", "normal", "elderly", "normal", "normal"),
    *("disability", "normal", "normal", "pregnant", "normal", "normal"),
)
"""One of four says that there is a priority."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who comes to take a ticket."""

    arrives: float
    """Seconds after the hall's opening, in the hall's time."""

    service: str
    language: Language
    priority: Priority = "normal"
    """What the visitor says at the kiosk, when it asks."""


def morning(count: int, services: Sequence[str], seed: int) -> tuple[Visitor, ...]:
    """Plan so many visitors, in order of arrival; the same seed plans the same morning.

    Every service is asked for before one is asked for twice, and so is every language.
    """
    random = Random(seed)  # noqa: S311 - a plan, not a secret
    arrivals = sorted(_arrival(random) for _ in range(count))
    wishes = _wishes(services, count, random)
    return tuple(
        Visitor(arrives, service, language, priority)
        for arrives, service, language, priority in zip(
            arrivals, wishes, cycle(LANGUAGE_CYCLE), cycle(PRIORITY_CYCLE), strict=False
        )
    )


def _arrival(random: Random) -> float:
    (slot,) = random.choices(range(len(SHARES)), SHARES)
    return (slot + random.random()) * HALF_HOUR


def _wishes(services: Sequence[str], count: int, random: Random) -> list[str]:
    wishes: list[str] = []
    while len(wishes) < count:
        wishes += random.sample(list(services), len(services))
    return wishes[:count]
