"""Hand the process over to one of the programs."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn, TypeVar

import click

from media.toml import TomlError

Value = TypeVar("Value")

settings_option = click.option(
    "--settings",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    required=True,
    help="The program's settings, a TOML file.",
)


def become(module: str, *words: str) -> NoReturn:
    """Replace this process by `python -m module words…`: one process, its own imports."""
    sys.stdout.flush()
    os.execv(sys.executable, [sys.executable, "-m", module, *words])  # noqa: S606 - no shell is wanted


def checked(path: Path, read: Callable[[Path], Value]) -> Value:
    """Return what the file holds, or end with code 2 and what is wrong with it."""
    try:
        return read(path)
    except TomlError as error:
        raise refused(str(error)) from None


def refused(told: str) -> click.ClickException:
    """Return what ends the program with code 2: what somebody wrote is wrong."""
    refusal = click.ClickException(told)
    refusal.exit_code = 2
    return refusal
