"""`nouba kiosk`."""

from pathlib import Path

import click

from kiosk.settings import read_settings
from nouba.program import become, checked, settings_option


@click.command
@settings_option
def command(settings: Path) -> None:
    """Show a kiosk on this machine's screen."""
    checked(settings, read_settings)
    become("kiosk", "--settings", str(settings))
