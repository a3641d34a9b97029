"""`nouba devices`."""

from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import click
from rich.console import Console
from rich.table import Table

from controller.fleet.pairing import Naming, Unpaired, as_entered
from controller.identity import Device
from controller.store.devices import Devices
from controller.store.pairings import SqlPairings
from media.texts import Texts
from media.texts.pairing import UNPAIRED
from nouba.database import controller_option, database
from wire.messages import DeviceKind


@click.group(help="Name the kiosks, the screens and the tablets on counters that may connect.")
def command() -> None:
    """Group the chores with devices."""


@command.command
@controller_option
@click.argument("name")
@click.option("--kind", type=click.Choice(get_args(DeviceKind)), required=True)
def add(settings: Path | None, name: str, kind: DeviceKind) -> None:
    """Let the device NAME connect, and print its token: it is not kept, and not shown again."""
    with database(settings, may_be_new=True) as engine:
        token = Devices(engine).add(Device(name, kind))
    click.echo(token)


@command.command("token")
@controller_option
@click.argument("name")
def token_(settings: Path | None, name: str) -> None:
    """Print a new token for the device NAME. Who has the old one is cut off."""
    with database(settings) as engine:
        token = Devices(engine).renew(name)
    click.echo(token)


@command.command
@controller_option
@click.argument("name")
def remove(settings: Path | None, name: str) -> None:
    """Let the device NAME connect no more, and cut it off."""
    with database(settings) as engine:
        Devices(engine).remove(name)
    click.echo(f"{name} may not connect any more.")


@command.command("list")
@controller_option
def list_(settings: Path | None) -> None:
    """List the devices that may connect."""
    table = Table("Name", "Kind")
    with database(settings) as engine:
        for device in Devices(engine).list():
            table.add_row(device.name, device.kind)
    Console().print(table)


@command.command
@controller_option
@click.argument("code")
@click.argument("name")
@click.option("--replace", is_flag=True, help="It takes over the name of a device that is there.")
def pair(settings: Path | None, code: str, name: str, *, replace: bool) -> None:
    """Let the device that shows CODE connect under NAME."""
    naming = Naming(as_entered(code), name, replace)
    with database(settings) as engine:
        try:
            kind = SqlPairings(engine).pair(naming, datetime.now(UTC))
        except Unpaired as unpaired:
            raise click.ClickException(Texts().text("en", UNPAIRED[unpaired.code])) from None
    click.echo(f"{name} may connect now: a {kind}.")
