"""`nouba printer`."""

import click

from hardware.virtual_printer.__main__ import main


@click.group(help="Stand in for a ticket printer.")
def command() -> None:
    """Group the chores with printers."""


@command.command(add_help_option=False, context_settings={"ignore_unknown_options": True})
@click.argument("options", nargs=-1, type=click.UNPROCESSED)
def emulate(options: tuple[str, ...]) -> None:
    """Stand in for an ESC/POS printer on a TCP port: its paper is PNG files."""
    raise SystemExit(main(options))
