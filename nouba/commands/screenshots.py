"""`nouba screenshots`."""

from pathlib import Path

import click
from rich.console import Console

from controller.settings import DEMONSTRATION_PACK
from nouba.demo.hall import HallError
from nouba.play.kiosk_visitor import GaveUpError
from nouba.screen import ScreenError
from nouba.shots.tour import take_pictures


@click.command
@click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("var/screenshots"),
    show_default=True,
)
def command(folder: Path) -> None:
    """Make pictures of the screens and pages, each in the languages that it has.

    The kiosk, the tickets and the pages have four. A hall screen's calls and warnings have
    Arabic and French: with either first; its notices, those of their texts.
    """
    console = Console()
    try:
        number = take_pictures(folder, DEMONSTRATION_PACK, console)
    except (HallError, ScreenError, GaveUpError, OSError) as error:
        raise click.ClickException(str(error)) from None
    console.print(f"{number} pictures are in {folder}, all of them on contact-sheet.png.")
