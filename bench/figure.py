"""Figures, and how they are told."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import quantiles

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number."""

    what: str
    value: float
    unit: str
    beside: str = ""
    """What it is compared with."""

    ratio: float | None = None
    """The value divided by that figure's."""


def p50(values: list[float]) -> float:
    """Return the median."""
    return quantiles(values, n=100, method="inclusive")[49]


def p99(values: list[float]) -> float:
    """Return the 99th percentile."""
    return quantiles(values, n=100, method="inclusive")[98]


def tell(figures: list[Figure]) -> None:
    """Print the figures as a table."""
    table = Table("what", "value", "unit", "ratio", "beside", title="Measured in this run")
    for figure in figures:
        ratio = "" if figure.ratio is None else f"{figure.ratio:.2f}"
        table.add_row(figure.what, f"{figure.value:,.2f}", figure.unit, ratio, figure.beside)
    Console(width=130).print(table)


def write(figures: list[Figure], path: Path) -> None:
    """Write the figures as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps([asdict(figure) for figure in figures], indent=1) + "\n")
