"""The command line of the programs that show something."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from media.look.x_screen import NoDisplay
from media.toml import TomlError

Settings = TypeVar("Settings")


def window_command(
    told: str,
    read: Callable[[Path], Settings],
    run: Callable[[Settings], None],
    *refusals: type[Exception],
) -> click.Command:
    """Return the command that runs a program with the settings file of `--settings`.

    `told` is its help. Wrong settings, a missing screen and the program's own `refusals`
    are told in a sentence, with exit code 1.
    """
    answered: tuple[type[Exception], ...] = (TomlError, NoDisplay, *refusals)

    @click.command(help=told)
    @click.option(
        "--settings",
        type=click.Path(dir_okay=False, path_type=Path),
        required=True,
        help="The program's settings, a TOML file.",
    )
    def main(settings: Path) -> None:
        try:
            run(read(settings))
        except answered as error:
            raise click.ClickException(str(error)) from None

    return main
