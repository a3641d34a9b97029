"""Rules L1 and L2: one line of a paragraph, in the order the eye meets it."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from media.typography.bidi.classes import ISOLATE_INITIATORS, REMOVED, bidi_class

_TRAILING = ISOLATE_INITIATORS | REMOVED | {"WS", "PDI"}


class Run(NamedTuple):
    """Characters [start, stop) of one level."""

    start: int
    stop: int
    level: int


def line_levels(text: str, levels: Sequence[int], base: int) -> list[int]:
    """L1: separators, and the white space before them or at the end, take the base level."""
    found = list(levels)
    is_trailing = True
    for index in range(len(text) - 1, -1, -1):
        name = bidi_class(text[index])
        if name in {"B", "S"}:
            is_trailing = True
        elif name not in _TRAILING:
            is_trailing = False
        if is_trailing:
            found[index] = base
    return found


def visual_runs(levels: Sequence[int]) -> list[Run]:
    """L2: the level runs from left to right."""
    runs = list(_level_runs(levels))
    odd = [run.level for run in runs if run.level & 1]
    if not odd:
        return runs
    for level in range(max(run.level for run in runs), min(odd) - 1, -1):
        runs = _reversed_from(runs, level)
    return runs


def _level_runs(levels: Sequence[int]) -> Iterator[Run]:
    start = 0
    for level, members in groupby(levels):
        stop = start + sum(1 for _ in members)
        yield Run(start, stop, level)
        start = stop


def _reversed_from(runs: list[Run], level: int) -> list[Run]:
    ordered: list[Run] = []
    for is_high, members in groupby(runs, key=lambda run: run.level >= level):
        stretch = list(members)
        ordered += reversed(stretch) if is_high else stretch
    return ordered
