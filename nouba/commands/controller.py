"""`nouba controller`."""

from pathlib import Path

import click

from controller.settings import read_settings
from nouba.program import become, checked, settings_option


@click.command
@settings_option
def command(settings: Path) -> None:
    """Serve a hall: the queue, the staff's pages, the link to kiosks and screens."""
    checked(settings, read_settings)
    become("controller", str(settings))
