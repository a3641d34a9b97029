"""The correction of a glass that feels a finger beside its place: shift, scale and skew."""

import json
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from math import hypot
from pathlib import Path

from media.durable import write_durably

Point = tuple[float, float]
"""In shares of the screen's width and height, from its lower left corner."""


@dataclass(frozen=True, slots=True)
class Affine:
    """Where a touch is meant that is felt at x and y: at (a x + b y + c, d x + e y + f)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 0.0
    e: float = 1.0
    f: float = 0.0

    def __call__(self, point: Point) -> Point:
        """Return where the touch is meant."""
        x, y = point
        return self.a * x + self.b * y + self.c, self.d * x + self.e * y + self.f


def fitted(felt: Sequence[Point], meant: Sequence[Point]) -> Affine:
    """Return the correction with the least squares of what is left of the errors.

    Raises `ValueError` for points on one line.
    """
    rows = [(x, y, 1.0) for x, y in felt]
    normal = [[sum(row[i] * row[j] for row in rows) for j in range(3)] for i in range(3)]
    solved = []
    for axis in range(2):
        right = [
            sum(row[i] * to[axis] for row, to in zip(rows, meant, strict=True)) for i in range(3)
        ]
        solved += _solved([[*line, value] for line, value in zip(normal, right, strict=True)])
    return Affine(*solved)


def largest_error(
    felt: Sequence[Point], meant: Sequence[Point], size: Point, correct: Affine
) -> float:
    """Return how far the worst touch is beside its place, in the unit of the screen's size."""
    return max(
        hypot((x - to_x) * size[0], (y - to_y) * size[1])
        for (x, y), (to_x, to_y) in zip(map(correct, felt), meant, strict=True)
    )


def read_affine(path: Path) -> Affine:
    """Return the correction that was kept there, or none; raise `ValueError` for nonsense."""
    if not path.exists():
        return Affine()
    return Affine(*map(float, json.loads(path.read_text(encoding="utf-8"))))


def keep_affine(path: Path, correct: Affine) -> None:
    """Keep the correction at the path."""
    write_durably(path, json.dumps(astuple(correct)).encode())


def _solved(lines: list[list[float]]) -> list[float]:
    """Solve three linear equations by elimination; each line ends with its right side."""
    for at in range(3):
        pivot = max(range(at, 3), key=lambda row: abs(lines[row][at]))
        if abs(lines[pivot][at]) < 1e-9:
            raise ValueError("the points lie on one line")
        lines[at], lines[pivot] = lines[pivot], lines[at]
        lines[at] = [value / lines[at][at] for value in lines[at]]
        for row in (each for each in range(3) if each != at):
            share = lines[row][at]
            lines[row] = [v - share * p for v, p in zip(lines[row], lines[at], strict=True)]
    return [line[3] for line in lines]
