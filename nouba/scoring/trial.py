"""Prints how a model's trial went, service by service."""

from collections.abc import Mapping

from rich.console import Console
from rich.table import Table

from controller.waits import Waits
from controller.waits.score import Score

WIDTH = 110
"""Characters."""


def tell_trial(waits: Waits, queues: Mapping[str, str]) -> None:
    """Print what rule and model were worth on the last week, and which tells each queue's visitors.

    The waits have lived through that week, and adopted the model; queues are given with names.
    """
    table = Table(
        "", "tickets", "learned rule", "model", "told by", title="The trial, on the last week"
    )
    for queue, name in sorted(queues.items(), key=lambda each: each[1]):
        model, rule = waits.trial(queue)
        if model.count:
            by = "model" if waits.method(queue) == "model" else "learned rule"
            table.add_row(name, f"{model.count:,}", _cell(rule), _cell(model), by)
    model, rule = waits.trial()
    table.add_section()
    table.add_row("all", f"{model.count:,}", _cell(rule), _cell(model))
    Console(width=WIDTH).print(table)


def _cell(score: Score) -> str:
    """Return the mean absolute error, the share inside, and the loss that decides."""
    error, covered, loss = score.error or 0.0, score.coverage or 0.0, score.loss or 0.0
    return f"{error:.2f}, {covered:.0%}, cost {loss:.3f}"
