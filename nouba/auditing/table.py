"""The audit in words: a line for each screen as it comes, and what is wrong with it."""

from rich.console import Console
from rich.markup import escape

from nouba.auditing.measured import Audited

LONGEST = 60
"""Letters of a text that is quoted."""

MOST = 6
"""Faults told of one screen; the number of all of them is told."""


def print_screen(console: Console, size: str, audited: Audited) -> None:
    """Print what was found on a screen of a kiosk of that size."""
    what = f"{audited.screen} ({', '.join((audited.language or 'all', *audited.aids))})"
    faults = len(audited.findings)
    console.print(f'{size}"  {escape(what)}: {faults or "no"} fault{"s" * (faults != 1)}')
    if faults:
        console.print(escape(told(audited)), style="red")


def told(audited: Audited) -> str:
    """Return the first faults of a screen, one a line."""
    return "\n".join(
        f"{each.fault}: {each.what[:LONGEST]} ({each.measured})" for each in audited.findings[:MOST]
    )
