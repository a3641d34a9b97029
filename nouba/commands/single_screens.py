"""`nouba signage identify` and `nouba signage screenshot`: what is asked of one screen."""

import getpass
import time
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import click

from controller.fleet.wishes import HOLDS, DeviceWish, TooSoon, Wishes, WishKind
from controller.store.wishes import SqlWishes
from media.texts import Texts
from media.texts.devices import NO_PICTURE
from nouba.database import controller_option, database
from nouba.settings import settings_in

LOOK = 0.2
"""Seconds between two looks for the answer."""


@click.command
@controller_option
@click.argument("name")
def identify(settings: Path | None, name: str) -> None:
    """Let the screen NAME show its name, large, for ten seconds."""
    with database(settings) as engine:
        wishes = SqlWishes(engine, settings_in(settings).hall)
        _asked(wishes, name, WishKind.IDENTIFY)
    click.echo(f"{name} shows its name.")


@click.command
@controller_option
@click.argument("name")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="NAME.jpg unless told")
def screenshot(settings: Path | None, name: str, out: Path | None) -> None:
    """Fetch a picture of what is on the glass of the screen NAME."""
    path = out or Path(f"{name}.jpg")
    with database(settings) as engine:
        wishes = SqlWishes(engine, settings_in(settings).hall)
        answered = _asked(wishes, name, WishKind.PICTURE)
        if answered.problem is not None:
            raise click.ClickException(Texts().text("en", NO_PICTURE[answered.problem]) + ".")
        path.write_bytes(wishes.picture(name) or b"")
    click.echo(path)


def _asked(wishes: Wishes, name: str, kind: WishKind) -> DeviceWish:
    """Wish, wait, and return what came of it; an end of the program else."""
    wish = DeviceWish(uuid4().hex, name, kind, getpass.getuser(), datetime.now(UTC))
    try:
        wishes.add(wish)
    except TooSoon:
        raise click.ClickException("A picture of it was asked for just now.") from None
    deadline = time.monotonic() + HOLDS.total_seconds()
    while time.monotonic() < deadline:
        found = wishes.find(wish.id)
        if found is not None and found.is_answered:
            return found
        time.sleep(LOOK)
    raise click.ClickException(f"{name} does not answer: it is off, or no controller runs.")
