"""`nouba voices`."""

import click

from media.voice.make_bank import main as make_bank


@click.group(help="Make a bank of spoken clips.")
def command() -> None:
    """Group the chores with voices."""


command.add_command(make_bank, "make-bank")
