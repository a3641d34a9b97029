"""Hand the process over to one of the programs."""

import os
import sys
from pathlib import Path
from typing import NoReturn

import click

settings_option = click.option(
    "--settings",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    required=True,
    help="The program's settings, a TOML file.",
)


def become(module: str, *arguments: str) -> NoReturn:
    """Replace this process by `python -m module`: one process, one id, its own imports."""
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, "-m", module, *arguments])  # noqa: S606 - no shell is wanted
