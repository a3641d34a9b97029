"""`nouba information`."""

from pathlib import Path

import click

from kiosk.settings import read_information_settings
from nouba.program import become, checked, settings_option


@click.command(help="Show an information screen on this machine's screen.")
@settings_option
def command(settings: Path) -> None:
    """Run the information screen."""
    checked(settings, read_information_settings)
    become("kiosk.information_program", "--settings", str(settings))
