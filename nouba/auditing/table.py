"""The audit as a table: a row for each screen, and what is wrong with it."""

from rich.console import Console
from rich.table import Table

from nouba.auditing.measured import Audited

LONGEST = 60
"""Letters of a text that is quoted."""

MOST = 6
"""Faults told of one screen; the number of all of them is told."""


def print_table(console: Console, size: str, every: list[Audited]) -> None:
    """Print what was found on a kiosk of that size."""
    table = Table(title=f"{size} inches", title_justify="left", show_lines=False)
    for heading in ("screen", "language", "aids", "faults", "what"):
        table.add_column(heading, overflow="fold")
    for audited in every:
        table.add_row(
            audited.screen,
            audited.language or "all",
            ", ".join(audited.aids),
            str(len(audited.findings) or "none"),
            told(audited),
        )
    console.print(table)


def told(audited: Audited) -> str:
    """Return the first faults of a screen, one a line."""
    return "\n".join(
        f"{each.fault}: {each.what[:LONGEST]} ({each.measured})" for each in audited.findings[:MOST]
    )
