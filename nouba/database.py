"""Open the database that a controller's settings name."""

from pathlib import Path

import click
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from controller.settings import Settings, read_settings
from controller.store.engine import open_engine
from nouba.program import checked

controller_option = click.option(
    "--settings",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The controller's settings; without them, the database of a controller without settings.",
)


def database_of(settings: Path | None) -> Engine:
    """Return the database, ready to use; ends with code 2 when it cannot be opened."""
    url = (checked(settings, read_settings) if settings else Settings()).database
    try:
        return open_engine(url)
    except (SQLAlchemyError, OSError) as error:
        reason = str(error).splitlines()[0]
        raise click.UsageError(f"The database {url} cannot be opened: {reason}") from None
