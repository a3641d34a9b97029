"""`nouba controller`."""

from pathlib import Path

import click

from nouba.program import become, settings_option


@click.command
@settings_option
def command(settings: Path) -> None:
    """Serve a hall: the queue, the staff's pages, the link to kiosks and screens."""
    become("controller", "--settings", str(settings))
