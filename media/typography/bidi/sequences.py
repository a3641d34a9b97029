"""Rules X9 and X10: the isolating run sequences, each resolved on its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from media.typography.bidi.classes import ISOLATE_INITIATORS, REMOVED


@dataclass(frozen=True, slots=True)
class RunSequence:
    """An isolating run sequence (BD13): its characters' indices, and its two ends."""

    indices: tuple[int, ...]
    level: int
    start: str
    """sos: L or R."""

    end: str
    """eos: L or R."""

    @property
    def direction(self) -> str:
        """The embedding direction, L or R (BD3)."""
        return direction(self.level)


def direction(level: int) -> str:
    """Give R for an odd level, L for an even one."""
    return "R" if level & 1 else "L"


def run_sequences(
    classes: Sequence[str], levels: Sequence[int], isolates: dict[int, int], base: int
) -> Iterator[RunSequence]:
    """Split a paragraph's characters, without those that X9 removes."""
    kept = [index for index, name in enumerate(classes) if name not in REMOVED]
    runs = [tuple(run) for _, run in groupby(kept, key=levels.__getitem__)]
    starting = {run[0]: run for run in runs}
    closers = set(isolates.values())
    for run in runs:
        if run[0] in closers:
            continue
        indices = _chain(run, starting, isolates)
        yield _bounded(indices, classes, levels, isolates, base)


def _chain(
    run: tuple[int, ...], starting: dict[int, tuple[int, ...]], isolates: dict[int, int]
) -> tuple[int, ...]:
    """Join the runs that an isolate interrupts (BD13)."""
    indices = run
    while (closer := isolates.get(indices[-1])) in starting and closer is not None:
        indices += starting[closer]
    return indices


def _bounded(
    indices: tuple[int, ...],
    classes: Sequence[str],
    levels: Sequence[int],
    isolates: dict[int, int],
    base: int,
) -> RunSequence:
    """Find sos and eos: the higher of the two levels at each border decides."""
    level, last = levels[indices[0]], indices[-1]
    before = _neighbour(classes, levels, range(indices[0] - 1, -1, -1), base)
    is_open = classes[last] in ISOLATE_INITIATORS and last not in isolates
    after = base if is_open else _neighbour(classes, levels, range(last + 1, len(levels)), base)
    return RunSequence(indices, level, direction(max(level, before)), direction(max(level, after)))


def _neighbour(classes: Sequence[str], levels: Sequence[int], candidates: range, base: int) -> int:
    kept = (levels[index] for index in candidates if classes[index] not in REMOVED)
    return next(kept, base)
