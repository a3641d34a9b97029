"""`nouba devices`."""

from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from controller.store.devices import Device, Devices, Kind
from nouba.database import controller_option, database_of


@click.group(help="Name the kiosks and screens that may connect.")
def command() -> None:
    """Group the chores with devices."""


@command.command
@controller_option
@click.argument("name")
@click.option("--kind", type=click.Choice(["kiosk", "screen"]), required=True)
def add(settings: Path | None, name: str, kind: Kind) -> None:
    """Let the device NAME connect, and print its token: it is not kept, and not shown again."""
    try:
        token = Devices(database_of(settings)).add(Device(name, kind))
    except ValueError as error:
        raise click.UsageError(f"Not added: {error}.") from None
    click.echo(token)


@command.command("list")
@controller_option
def list_(settings: Path | None) -> None:
    """List the devices that may connect."""
    table = Table("Name", "Kind")
    for device in Devices(database_of(settings)).list():
        table.add_row(device.name, device.kind)
    Console().print(table)
