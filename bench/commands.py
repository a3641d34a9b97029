"""What a command costs when years of visits lie behind it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench.figure import Figure, p50
from bench.history import Past, remember
from bench.in_process import OPENING, VISIT, a_reception
from controller.reception import Reception
from controller.store.engine import open_engine

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
ROUNDS = 300


@dataclass(frozen=True, slots=True)
class OldHall:
    """An open hall with a past."""

    visits: int
    facts: int
    """Rows of the past days in the journal, which is never pruned."""
    reception: Reception

    @property
    def what(self) -> str:
        """What is measured here."""
        return f"a command, {self.visits:,} past visits ({self.facts:,} facts in the journal)"


def cost_per_command(folder: Path, histories: tuple[int, ...]) -> list[Figure]:
    """Return the median milliseconds of a command beside each number of past visits."""
    with old_halls(folder, histories) as halls:
        costs = {hall.what: cost for hall, cost in zip(halls, in_turn(halls), strict=True)}
    first, *others = (Figure(what, p50(cost) * 1000, "ms") for what, cost in costs.items())
    return [first, *(other.beside(first) for other in others)]


def in_turn(halls: list[OldHall], rounds: int = ROUNDS) -> list[list[float]]:
    """Return each hall's seconds per command: in turn, so that a noisy minute hits all alike."""
    costs: list[list[float]] = [[] for _ in halls]
    for _ in range(rounds):
        for hall, cost in zip(halls, costs, strict=True):
            cost.extend(timed(hall.reception))
    return costs


def timed(reception: Reception) -> Iterator[float]:
    """Run one visit's commands and give how many seconds each took."""
    for command in VISIT:
        start = time.perf_counter()
        reception.execute(command)
        yield time.perf_counter() - start


@contextmanager
def old_halls(folder: Path, histories: tuple[int, ...]) -> Iterator[list[OldHall]]:
    """Give an open hall for each number of past visits."""
    files = {visits: folder / f"history-{visits}.db" for visits in histories}
    facts = {visits: remember(file, Past(visits)) for visits, file in files.items()}
    engines = {visits: open_engine(f"sqlite:///{file}") for visits, file in files.items()}
    halls = [OldHall(n, facts[n], a_reception(engines[n], lambda: NOON)) for n in histories]
    for hall in halls:
        hall.reception.execute(OPENING)
    yield halls
    for engine in engines.values():
        engine.dispose()
