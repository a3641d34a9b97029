"""Open the database that a controller's settings name."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from controller.identity import StoreError
from controller.store.engine import missing_file, open_engine, told
from nouba.settings import settings_in

controller_option = click.option(
    "--settings",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The controller's settings, such as /etc/nouba/controller.toml; without them, the "
    "database of a controller without settings.",
)


@contextmanager
def database(settings: Path | None, *, may_be_new: bool = False) -> Iterator[Engine]:
    """Lend the database; what it or its content refuses ends the program, code 1, one sentence.

    One that is not there yet is made only when it `may_be_new`: whoever asks or changes
    something that must be there already has named another database than the hall's.
    """
    url = settings_in(settings).database
    try:
        if not may_be_new and (file := missing_file(url)):
            raise click.ClickException(_missing(file, settings))
        engine = open_engine(url)
        yield engine
    except (StoreError, ValueError) as error:
        raise click.ClickException(f"{error}.") from None
    except SQLAlchemyError as error:
        raise click.ClickException(f"The database cannot be used: {told(error)}.") from None
    engine.dispose()


def _missing(file: Path, settings: Path | None) -> str:
    if settings is None:
        return (
            f"There is no database {file.absolute()}, where a controller without settings has it: "
            "name the hall's settings, such as --settings /etc/nouba/controller.toml."
        )
    return (
        f"There is no database {file.absolute()}, which {settings} names: its controller was "
        "never started."
    )
