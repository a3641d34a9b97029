"""Figures, and how they are told."""

import json
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from statistics import quantiles
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


def p50(values: list[float]) -> float:
    """Return the median."""
    return quantiles(values, n=100, method="inclusive")[49]


def p99(values: list[float]) -> float:
    """Return the 99th percentile."""
    return quantiles(values, n=100, method="inclusive")[98]


def tell(figures: list[Figure]) -> None:
    """Print the figures as a table."""
    table = Table("what", "value", "unit", "beside", title="Measured in this run")
    for figure in figures:
        beside = "\n".join(f"{ratio:.2f} of {what}" for what, ratio in figure.ratios.items())
        table.add_row(figure.what, f"{figure.value:,.2f}", figure.unit, beside)
    Console(width=130).print(table)


def write(figures: list[Figure], path: Path) -> None:
    """Write the figures as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps([asdict(figure) for figure in figures], indent=1) + "\n")
