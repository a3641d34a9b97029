"""`nouba display`."""

from pathlib import Path

import click

from nouba.program import become, settings_option


@click.command
@settings_option
def command(settings: Path) -> None:
    """Show a hall screen on this machine's screen, and speak the calls."""
    become("display", "--settings", str(settings))
