"""Serve hall screens to browsers: python -m display.web --settings FILE."""

from pathlib import Path

import click

from display.web.program import run
from display.web.settings import read_settings
from media.toml import TomlError


@click.command(help="Serve hall screens as pages to the browsers of televisions and old PCs.")
@click.option(
    "--settings",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="The program's settings, a TOML file.",
)
def main(settings: Path) -> None:
    """Run until the system asks to end."""
    try:
        run(read_settings(settings))
    except (TomlError, OSError) as error:
        raise click.ClickException(str(error)) from None


if __name__ == "__main__":
    main()
