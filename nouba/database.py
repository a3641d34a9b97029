"""Open the database that a controller's settings name."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from sqlalchemy import Engine

from controller.identity import StoreError
from controller.settings import Settings, read_settings
from controller.store.engine import open_engine
from nouba.program import checked

controller_option = click.option(
    "--settings",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The controller's settings; without them, the database of a controller without settings.",
)


@contextmanager
def database(settings: Path | None) -> Iterator[Engine]:
    """Lend the database; what it or its content refuses ends the program, code 1, one sentence."""
    url = (checked(settings, read_settings) if settings else Settings()).database
    try:
        engine = open_engine(url)
        yield engine
    except (StoreError, ValueError) as error:
        raise click.ClickException(f"{error}.") from None
    engine.dispose()
