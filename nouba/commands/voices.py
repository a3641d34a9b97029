"""`nouba voices`."""

import click

from media.voice.fetch_bank import main as fetch_bank
from media.voice.make_bank import main as make_bank
from media.voice.reading_list import main as reading_list


@click.group(help="Say what a speaker must read, or make a bank of spoken clips.")
def command() -> None:
    """Group the chores with voices."""


command.add_command(reading_list, "reading-list")
command.add_command(make_bank, "make-bank")
command.add_command(fetch_bank, "fetch-bank")
