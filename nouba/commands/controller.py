"""`nouba controller`."""

from pathlib import Path

import click

from controller.settings import read_settings
from nouba.program import become, checked, settings_option


@click.command
@settings_option
@click.option("--port", type=click.IntRange(1, 65535), help="Instead of the settings' port.")
def command(settings: Path, port: int | None) -> None:
    """Serve a hall: the queue, the staff's pages, the link to kiosks and screens.

    Several may serve one hall, each on a port of its own: deploy/README.md tells how.
    """
    checked(settings, read_settings)
    become("controller", str(settings), *([] if port is None else [str(port)]))
