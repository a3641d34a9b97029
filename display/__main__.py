"""Run a hall screen: python -m display --settings FILE."""

from pathlib import Path

import click

from display.program import run
from display.settings import read_settings
from hardware.ports import DeviceError
from media.look.x_screen import NoDisplay
from media.toml import TomlError


@click.command()
@click.option(
    "--settings",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="The screen's settings, a TOML file.",
)
def main(settings: Path) -> None:
    """Show and speak the calls of a hall, and its notices between them."""
    try:
        run(read_settings(settings))
    except (TomlError, DeviceError, NoDisplay) as error:
        raise click.ClickException(str(error)) from None


if __name__ == "__main__":
    main()
