"""Figures, and how they are told."""

import json
from dataclasses import asdict, dataclass, field, replace
from math import ceil, isfinite
from pathlib import Path
from typing import Self

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number."""

    what: str
    value: float
    unit: str
    ratios: dict[str, float] = field(default_factory=dict)
    """The value divided by that of other figures, by what those are."""

    def beside(self, *limits: Self) -> Self:
        """Return the figure with its ratios to the machine's limits."""
        ratios = {limit.what: self.value / limit.value for limit in limits}
        return replace(self, ratios=self.ratios | ratios)

    def third(self) -> Self:
        """Return the figure that a thing of three such steps is measured by."""
        return replace(self, what=f"a third of {self.what}", value=self.value / 3)


def p50(values: list[float]) -> float:
    """Return the median."""
    return percentile(values, 50)


def p99(values: list[float]) -> float:
    """Return the 99th percentile."""
    return percentile(values, 99)


def percentile(values: list[float], percent: int) -> float:
    """Return the least value that so many in a hundred do not exceed (nearest rank).

    Nothing is interpolated: values may be infinite.
    """
    return sorted(values)[ceil(percent * len(values) / 100) - 1]


def tell(figures: list[Figure]) -> None:
    """Print the figures as a table."""
    table = Table("what", "value", "unit", "beside", title="Measured in this run")
    for figure in figures:
        beside = "\n".join(f"{ratio:.2f} of {what}" for what, ratio in figure.ratios.items())
        table.add_row(figure.what, f"{figure.value:,.2f}", figure.unit, beside)
    Console(width=130).print(table)


def write(figures: list[Figure], path: Path) -> None:
    """Write the figures as JSON, which knows no infinity: such a value is null."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [as_json(figure) for figure in figures]
    path.write_text(json.dumps(rows, indent=1, allow_nan=False) + "\n")


def as_json(figure: Figure) -> dict[str, object]:
    """Return the figure as JSON data."""
    return asdict(figure) | {"value": figure.value if isfinite(figure.value) else None}


def counted(number: int, thing: str) -> str:
    """Return how many there are of it, in words."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
