"""`nouba kiosk`."""

from pathlib import Path

import click

from nouba.program import become, settings_option


@click.command
@settings_option
def command(settings: Path) -> None:
    """Show a kiosk on this machine's screen."""
    become("kiosk", "--settings", str(settings))
