"""`nouba display`."""

from pathlib import Path

import click

from display.settings import read_settings
from nouba.program import become, checked, settings_option


@click.command
@settings_option
def command(settings: Path) -> None:
    """Show a hall screen on this machine's screen, and speak the calls."""
    checked(settings, read_settings)
    become("display", "--settings", str(settings))
