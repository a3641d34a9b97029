"""Run a kiosk: python -m kiosk --settings FILE."""

from pathlib import Path

import click

from hardware.ports import DeviceError
from kiosk.paper_font import PaperFontError
from kiosk.program import run
from kiosk.settings import read_settings
from media.look.x_screen import NoDisplay
from media.toml import TomlError


@click.command()
@click.option(
    "--settings",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="The kiosk's settings, a TOML file.",
)
def main(settings: Path) -> None:
    """Run the touch kiosk of a hall's entrance."""
    try:
        run(read_settings(settings))
    except (TomlError, DeviceError, PaperFontError, NoDisplay) as error:
        raise click.ClickException(str(error)) from None


if __name__ == "__main__":
    main()
